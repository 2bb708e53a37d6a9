package org.strnet.report;

import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** An encoded picture. */
public final class Picture {

  /** How a picture is encoded. */
  public enum Format {
    /** Without loss. */
    PNG("png"),
    /** Small. */
    JPEG("jpeg");

    private final String code;

    Format(String code) {
      this.code = code;
    }

    /** As in a media type and as image writers call it. */
    public String code() {
      return code;
    }
  }

  private final Format format;
  private final byte[] bytes;

  private Picture(Format format, byte[] bytes) {
    this.format = Objects.requireNonNull(format);
    this.bytes = bytes;
  }

  /** A picture of encoded bytes, which are copied. */
  public static Picture of(Format format, byte[] bytes) {
    return new Picture(format, bytes.clone());
  }

  /** How it is encoded. */
  public Format format() {
    return format;
  }

  /** A copy of the encoded bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The picture as a URI that holds it (RFC 2397). */
  public String dataUri() {
    return "data:image/" + format.code() + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture picture
        && format == picture.format
        && Arrays.equals(bytes, picture.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * format.hashCode() + Arrays.hashCode(bytes);
  }
}
