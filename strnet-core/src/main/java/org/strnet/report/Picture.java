package org.strnet.report;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A picture, encoded or to be encoded. */
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
  private final Supplier<byte[]> encoder;
  private final Optional<BufferedImage> drawn;

  private Picture(Format format, Supplier<byte[]> encoder, Optional<BufferedImage> drawn) {
    this.format = Objects.requireNonNull(format);
    this.encoder = Objects.requireNonNull(encoder);
    this.drawn = drawn;
  }

  /** A picture of encoded bytes, which are copied. */
  public static Picture of(Format format, byte[] bytes) {
    byte[] copy = bytes.clone();
    return new Picture(format, () -> copy, Optional.empty());
  }

  /**
   * A picture that is encoded whenever its bytes are asked for.
   *
   * @param drawn its pixels before any loss; not changed from now on
   * @param encoder gives the same bytes every time
   */
  public static Picture drawn(Format format, BufferedImage drawn, Supplier<byte[]> encoder) {
    return new Picture(format, encoder, Optional.of(drawn));
  }

  /** The pixels it was drawn with, where they were kept; not to be changed. */
  public Optional<BufferedImage> drawn() {
    return drawn;
  }

  /** How it is encoded. */
  public Format format() {
    return format;
  }

  /** A copy of the encoded bytes. */
  public byte[] bytes() {
    return encoder.get().clone();
  }

  /** The picture as a URI that holds it (RFC 2397). */
  public String dataUri() {
    return "data:image/"
        + format.code()
        + ";base64,"
        + Base64.getEncoder().encodeToString(encoder.get());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Picture picture
            && format == picture.format
            && Arrays.equals(encoder.get(), picture.encoder.get()));
  }

  @Override
  public int hashCode() {
    return 31 * format.hashCode() + Arrays.hashCode(encoder.get());
  }
}
