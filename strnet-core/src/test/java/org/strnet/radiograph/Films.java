package org.strnet.radiograph;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small made-up films and their files, for tests. */
public final class Films {

  private Films() {}

  /** A bright band, a dark joint, a gradient and noise: something like film, 8 bits. */
  public static BufferedImage film8(int width, int height, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (grey(i % width, i / width, width, height) * 200 + random.nextInt(40));
    }
    return image;
  }

  /** The same in 16 bits. */
  public static BufferedImage film16(int width, int height, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
    short[] data = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < data.length; i++) {
      data[i] =
          (short) (int) (grey(i % width, i / width, width, height) * 60000 + random.nextInt(5000));
    }
    return image;
  }

  private static double grey(int x, int y, int width, int height) {
    double bone = Math.abs(x - width / 2.0) < width / 5.0 ? 0.6 : 0.2;
    double joint = Math.abs(y - height / 2.0) < height / 20.0 ? 0.15 : 0;
    return bone - joint + 0.3 * x / width;
  }

  /** An image of ints 0xRRGGBB. */
  public static BufferedImage colours(
      int width, int height, int type, java.util.function.IntBinaryOperator rgb) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb.applyAsInt(x, y));
      }
    }
    return image;
  }

  /** The image as a file of a format that ImageIO writes. */
  public static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The image as a JPEG, baseline or progressive. */
  public static byte[] jpeg(BufferedImage image, float quality, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      param.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
