package org.strnet.dicom.node.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.strnet.dicom.node.intake.Intake;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.node.intake.Refusal;

/** Stores the objects of a STOW-RS body (PS3.18, 10.5), one after the other, as they stream in. */
public final class StowRequest {

  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);

  private static final long MOST_SWALLOWED = 16L << 20;

  private final String boundary;
  private final Optional<String> study;
  private final long largest;

  private StowRequest(String boundary, Optional<String> study, long largest) {
    this.boundary = boundary;
    this.study = study;
    this.largest = largest;
  }

  /**
   * A request.
   *
   * @param contentType of its body
   * @param study UID that every object must belong to, where one is given
   * @param largest most bytes of the body
   * @return empty when the body is not a multipart/related one of DICOM objects with a boundary
   */
  public static Optional<StowRequest> of(String contentType, Optional<String> study, long largest) {
    String lower = contentType.toLowerCase(Locale.ROOT);
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!lower.startsWith("multipart/related")
        || !lower.contains("application/dicom")
        || !boundary.find()) {
      return Optional.empty();
    }
    String limit = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
    return Optional.of(new StowRequest(limit, study, largest));
  }

  /**
   * Stores its objects; each that the answer names as stored is safely on disk.
   *
   * @param stream the body from its first byte
   * @param intake what takes the objects
   */
  public StowResponse store(InputStream stream, Intake intake) {
    StowResponse response = new StowResponse();
    try {
      MultipartReader parts = new MultipartReader(new LimitedBody(stream, largest), boundary);
      for (Optional<MultipartReader.Part> part = parts.next();
          part.isPresent();
          part = parts.next()) {
        store(part.get(), response, intake);
      }
    } catch (LimitedBody.TooLongException e) {
      response.endedEarly(413);
      swallow(stream);
    } catch (IOException e) {
      // What was stored before is safe, and the client sends it again.
      response.endedEarly(400);
    }
    return response;
  }

  /** A client that is cut off while it sends does not see why; so some more is let in. */
  private static void swallow(InputStream stream) {
    byte[] buffer = new byte[1 << 16];
    try {
      long left = MOST_SWALLOWED;
      for (int n = stream.read(buffer); n >= 0 && left > 0; n = stream.read(buffer)) {
        left -= n;
      }
    } catch (IOException e) {
      // It is gone and needs no answer.
    }
  }

  private void store(MultipartReader.Part part, StowResponse response, Intake intake)
      throws IOException {
    String type = part.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/dicom") || type.startsWith("application/dicom+")) {
      response.failed(Refusal.UNREADABLE.status());
      return;
    }
    try {
      response.stored(intake.take(part.body(), study).object());
    } catch (IntakeException e) {
      response.failed(e);
    }
  }

  /** A body of at most so many bytes. */
  private static final class LimitedBody extends FilterInputStream {

    static final class TooLongException extends IOException {
      private static final long serialVersionUID = 1L;
    }

    private long left;

    LimitedBody(InputStream in, long limit) {
      super(in);
      left = limit;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      left -= Math.max(0, n);
      if (left < 0) {
        throw new TooLongException();
      }
      return n;
    }
  }
}
