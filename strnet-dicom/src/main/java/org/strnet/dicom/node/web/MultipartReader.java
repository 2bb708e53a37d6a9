package org.strnet.dicom.node.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a multipart body (RFC 2046, 5.1) as streams, one after the other. */
public final class MultipartReader {

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_HEADERS = 8192;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private boolean finished;

  /**
   * @param body from its first byte
   * @param boundary of the content type, 1 to 70 characters
   */
  public MultipartReader(InputStream body, String boundary) {
    if (boundary.isEmpty() || boundary.length() > 70) {
      throw new IllegalArgumentException("a boundary has 1 to 70 characters");
    }
    // The first delimiter needs no line break before it.
    byte[] lineBreak = {'\r', '\n'};
    in = new SequenceInputStream(new ByteArrayInputStream(lineBreak), body);
    delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * The next part; what is left of the one before is skipped.
   *
   * @throws IOException if the body ends inside a part or its headers are too long
   */
  public Optional<Part> next() throws IOException {
    if (finished) {
      return Optional.empty();
    }
    new Body().transferTo(java.io.OutputStream.nullOutputStream());
    position += delimiter.length;
    String line = line();
    if (line.startsWith("--")) {
      finished = true;
      return Optional.empty();
    }
    return Optional.of(new Part(headers(), new Body()));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      length += line.length();
      int colon = line.indexOf(':');
      if (colon < 0 || length > LONGEST_HEADERS) {
        throw new IOException("the headers of a part are broken or too long");
      }
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    return headers;
  }

  /** A line without its break; the last one may end with the body. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.length() <= LONGEST_HEADERS) {
      if (position == end && !fill()) {
        if (line.toString().startsWith("--")) {
          return line.toString();
        }
        throw new IOException("the body ends in the headers of a part");
      }
      char c = (char) (buffer[position++] & 0xFF);
      if (c == '\n') {
        return line.toString().stripTrailing();
      }
      line.append(c);
    }
    throw new IOException("a line of the headers is too long");
  }

  private boolean fill() throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, end - position);
      end -= position;
      position = 0;
    }
    int n = in.read(buffer, end, BUFFER - end);
    if (n <= 0) {
      return false;
    }
    end += n;
    return true;
  }

  /** Where the delimiter begins in the buffer, or -1. */
  private int find() {
    for (int i = position; i <= end - delimiter.length; i++) {
      if (buffer[i] == '\r' && isDelimiter(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isDelimiter(int at) {
    for (int k = 1; k < delimiter.length; k++) {
      if (buffer[at + k] != delimiter[k]) {
        return false;
      }
    }
    return true;
  }

  /**
   * One part.
   *
   * @param headers by lower-case name
   * @param body until the next delimiter
   */
  public record Part(Map<String, String> headers, InputStream body) {}

  private final class Body extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int ready = ready();
      if (ready == 0) {
        return -1;
      }
      int n = Math.min(ready, length);
      System.arraycopy(buffer, position, bytes, offset, n);
      position += n;
      return n;
    }

    /** Bytes of the part at the head of the buffer; 0 at its end. */
    private int ready() throws IOException {
      while (true) {
        int found = find();
        if (found >= 0) {
          return found - position;
        }
        int sure = end - position - delimiter.length + 1;
        if (sure > 0) {
          return sure;
        }
        if (!fill()) {
          throw new IOException("the body ends inside a part");
        }
      }
    }
  }
}
