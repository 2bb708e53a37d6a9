package org.strnet.radiograph;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes the kept corpus of malformed films; run it when a file is added, then list the file. */
final class MalformedFiles {

  private static final int PNG_HEADER_END = 33;

  private MalformedFiles() {}

  /**
   * @param arguments the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    text(folder);
    png(folder);
    jpeg(folder);
    tiff(folder);
  }

  private static void text(Path folder) throws IOException {
    write(folder, "empty.png", new byte[0]);
    write(folder, "text.png", "This is not a film.\n".getBytes(StandardCharsets.US_ASCII));
    write(folder, "gif.png", Films.encoded(Films.film8(64, 64, 1), "gif"));
  }

  private static void png(Path folder) throws IOException {
    byte[] whole = Films.encoded(stripes(80, 80), "png");
    write(folder, "signature-only.png", Arrays.copyOf(whole, 8));
    write(folder, "truncated.png", Arrays.copyOf(whole, whole.length * 2 / 3));
    write(folder, "without-end.png", Arrays.copyOf(whole, whole.length - 12));
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 0x10;
    write(folder, "wrong-checksum.png", flipped);
    byte[] endless = whole.clone();
    ByteBuffer.wrap(endless).putInt(PNG_HEADER_END, Integer.MAX_VALUE);
    write(folder, "endless-chunk.png", endless);
    write(folder, "bomb-100000x100000.png", sized(whole, 100_000, 100_000));
    write(folder, "zero-width.png", sized(whole, 0, 80));
    write(folder, "negative-width.png", sized(whole, -1, 80));
    write(folder, "bomb-9000x9000-in-few-bytes.png", sized(whole, 9000, 9000));
    write(folder, "taller-than-its-data.png", sized(whole, 80, 90));
    write(folder, "small.png", Films.encoded(stripes(16, 16), "png"));
    BufferedImage black = new BufferedImage(80, 80, BufferedImage.TYPE_BYTE_GRAY);
    write(folder, "black.png", Films.encoded(black, "png"));
    write(folder, "colour.png", Films.encoded(colours(), "png"));
  }

  private static void jpeg(Path folder) throws IOException {
    byte[] whole = Films.jpeg(stripes(80, 80), 0.7f, false);
    write(folder, "truncated.jpg", Arrays.copyOf(whole, whole.length - 100));
    byte[] ended = Arrays.copyOf(whole, whole.length - 100);
    ended[ended.length - 2] = (byte) 0xff;
    ended[ended.length - 1] = (byte) 0xd9;
    write(folder, "truncated-but-ended.jpg", ended);
    write(folder, "markers-only.jpg", bytes(0xff, 0xd8, 0xff, 0xd9));
    write(folder, "bomb-65500x65500.jpg", framed(whole, 5, 0xff, 0xdc, 0xff, 0xdc));
    write(folder, "bomb-9000x9000-in-few-bytes.jpg", framed(whole, 5, 0x23, 0x28, 0x23, 0x28));
    write(folder, "height-unknown.jpg", framed(whole, 5, 0, 0));
    write(folder, "twelve-bits.jpg", framed(whole, 4, 12));
    write(folder, "lossless.jpg", framed(whole, 1, 0xc3));
    write(folder, "cmyk.jpg", framed(whole, 9, 4));
    write(folder, "colour.jpg", Films.jpeg(colours(), 0.7f, false));
    write(folder, "thousand-scans.jpg", scans(Films.jpeg(stripes(80, 80), 0.7f, true)));
  }

  private static void tiff(Path folder) throws IOException {
    byte[] samples = new byte[64 * 64];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i % 64 / 8 * 30);
    }
    byte[] whole = TiffBytes.grey(64, 64, 1, 8, samples);
    write(folder, "truncated.tif", Arrays.copyOf(whole, 3000));
    write(folder, "bomb-100000x100000.tif", TiffBytes.grey(100_000, 100_000, 1, 8, new byte[64]));
    write(
        folder, "bomb-9000x9000-in-few-bytes.tif", TiffBytes.grey(9000, 9000, 1, 8, new byte[64]));
    write(folder, "taller-than-its-data.tif", TiffBytes.grey(64, 90, 1, 8, samples));
    write(folder, "thirty-two-bits.tif", TiffBytes.grey(64, 64, 1, 32, samples));
    write(folder, "strip-beyond-the-end.tif", TiffBytes.of(samples, tags(8, 1, 1_000_000)));
    write(folder, "strip-before-the-start.tif", TiffBytes.of(samples, tags(-5000, 1, 4096)));
    write(folder, "without-strips.tif", TiffBytes.of(samples, Arrays.copyOf(tags(8, 1, 0), 5)));
    write(folder, "cmyk.tif", TiffBytes.of(samples, cmyk()));
    write(folder, "bomb-tile.tif", TiffBytes.of(samples, tile()));
  }

  private static int[][] tags(int offset, int photometric, int bytes) {
    return new int[][] {
      {256, 4, 64},
      {257, 4, 64},
      {258, 3, 8},
      {259, 3, 1},
      {262, 3, photometric},
      {273, 4, offset},
      {277, 3, 1},
      {278, 4, 64},
      {279, 4, bytes}
    };
  }

  private static int[][] cmyk() {
    return new int[][] {
      {256, 4, 64},
      {257, 4, 64},
      {258, 3, 8},
      {259, 3, 1},
      {262, 3, 5},
      {273, 4, 8},
      {277, 3, 4},
      {278, 4, 64},
      {279, 4, 4096}
    };
  }

  private static int[][] tile() {
    return new int[][] {
      {256, 4, 64},
      {257, 4, 64},
      {258, 3, 8},
      {259, 3, 1},
      {262, 3, 1},
      {277, 3, 1},
      {322, 4, 1 << 20},
      {323, 4, 1 << 20},
      {324, 4, 8},
      {325, 4, 4096}
    };
  }

  /** A PNG with another width and height and the checksum to match. */
  private static byte[] sized(byte[] png, int width, int height) {
    ByteBuffer changed = ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(changed.array(), 12, 17);
    return changed.putInt(29, (int) checksum.getValue()).array();
  }

  /** A JPEG with other bytes in its frame header, counted from the marker's first byte. */
  private static byte[] framed(byte[] jpeg, int from, int... values) {
    byte[] changed = jpeg.clone();
    int frame = indexOf(changed, 0xc0);
    for (int i = 0; i < values.length; i++) {
      changed[frame + from + i] = (byte) values[i];
    }
    return changed;
  }

  /** A progressive JPEG whose last scan comes a thousand times. */
  private static byte[] scans(byte[] jpeg) {
    int last = jpeg.length - 2;
    while (jpeg[last] != (byte) 0xff || jpeg[last + 1] != (byte) 0xda) {
      last--;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, last);
    for (int i = 0; i < 1000; i++) {
      out.write(jpeg, last, Math.min(12, jpeg.length - 2 - last));
    }
    out.write(jpeg, jpeg.length - 2, 2);
    return out.toByteArray();
  }

  private static int indexOf(byte[] bytes, int marker) {
    int at = 0;
    while (bytes[at] != (byte) 0xff || bytes[at + 1] != (byte) marker) {
      at++;
    }
    return at;
  }

  private static BufferedImage stripes(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, (x / 5 * 37 + y / 7 * 61) % 200);
      }
    }
    return image;
  }

  private static BufferedImage colours() {
    return Films.colours(
        80, 80, BufferedImage.TYPE_3BYTE_BGR, (x, y) -> (x < 40 ? 0xc04030 : 0x3060c0) + y);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static void write(Path folder, String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }
}
