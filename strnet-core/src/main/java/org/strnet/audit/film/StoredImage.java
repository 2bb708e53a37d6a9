package org.strnet.audit.film;

/**
 * How a file stores its film, told by its header: traces of its source that have nothing to do with
 * bone.
 *
 * @param format {@code jpeg}, {@code png}, {@code tiff} or {@code other}, by the first bytes
 * @param channels as the header declares: 1 grey, 3 colours, 4 with alpha; 0 where it was not told
 */
public record StoredImage(String format, int channels) {

  /** Channels of a PNG by its colour type (PNG specification, 11.2.2). */
  private static final int[] PNG_CHANNELS = {1, 0, 3, 3, 2, 0, 4};

  /** What the first bytes of a file declare; never fails. */
  public static StoredImage of(byte[] file) {
    if (starts(file, 0x89, 'P', 'N', 'G')) {
      int colourType = file.length > 25 ? file[25] : 1;
      boolean known = colourType >= 0 && colourType < PNG_CHANNELS.length;
      return new StoredImage("png", known ? PNG_CHANNELS[colourType] : 0);
    }
    if (starts(file, 0xff, 0xd8)) {
      return new StoredImage("jpeg", jpegComponents(file));
    }
    boolean tiff = starts(file, 'I', 'I', 42, 0) || starts(file, 'M', 'M', 0, 42);
    return new StoredImage(tiff ? "tiff" : "other", 0);
  }

  private static boolean starts(byte[] file, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= file.length || (file[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Components of the first frame header (ITU-T T.81, B.2.2). */
  private static int jpegComponents(byte[] file) {
    int at = 2;
    while (at + 9 < file.length && (file[at] & 0xff) == 0xff) {
      int marker = file[at + 1] & 0xff;
      boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xcc;
      if (frame && marker != 0xc8) {
        return file[at + 9];
      }
      at += 2 + (((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff));
    }
    return 0;
  }
}
