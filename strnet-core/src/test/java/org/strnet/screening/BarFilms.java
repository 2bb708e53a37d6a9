package org.strnet.screening;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.strnet.knee.JointNetwork;
import org.strnet.network.BoneLossNetwork;
import org.strnet.network.Evidence;
import org.strnet.network.FeatureMap;
import org.strnet.network.NetworkOutput;

/** Films whose knees are bright upright bars, and networks that see them. */
final class BarFilms {

  static final int WIDTH = 400;
  static final int HEIGHT = 500;
  static final int BAR = 60;

  private BarFilms() {}

  /** Writes a grey PNG with a bar around each of the given columns. */
  static Path write(Path file, int... centres) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    SplittableRandom random = new SplittableRandom(7);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int column = x;
        boolean bone = Arrays.stream(centres).anyMatch(c -> Math.abs(column - c) <= BAR / 2);
        // Bands, because one bright area with a sharp outline would be metal.
        int bar = y % 24 < 4 ? 205 : 160;
        int grey = (bone ? bar : 30) + random.nextInt(20);
        image.getRaster().setSample(x, y, 0, grey);
      }
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** Writes a photograph. */
  static Path writePhotograph(Path file) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, Color.HSBtoRGB(x / (float) WIDTH, 0.9f, 0.4f + y / (2f * HEIGHT)));
      }
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** Writes a film with contrast and no bar. */
  static Path writeWithoutKnee(Path file) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.getRaster().setSample(x, y, 0, Math.abs(y - HEIGHT / 2) < 40 ? 200 : 30 + x % 13);
      }
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  /** Writes what is no film: an empty file and a text called PNG. */
  static void writeOthers(Path folder) throws IOException {
    Files.write(folder.resolve("empty.png"), new byte[0]);
    Files.writeString(folder.resolve("text.png"), "a text that was renamed");
  }

  /** Finds a joint at the middle of each bar, the plateau twice as wide as the bar. */
  static float[] joints(float[] film, int size) {
    int side = size / JointNetwork.STRIDE;
    int plane = side * side;
    float[] planes = new float[JointNetwork.CHANNELS * plane];
    Arrays.fill(planes, 0, plane, -9);
    int start = -1;
    for (int x = 0; x <= side; x++) {
      boolean bright = x < side && columnMean(film, size, x * JointNetwork.STRIDE) > 0.3;
      if (bright && start < 0) {
        start = x;
      } else if (!bright && start >= 0) {
        int cell = side / 2 * side + (start + x) / 2;
        planes[cell] = 5;
        planes[3 * plane + cell] = (float) Math.log(2.0 * (x - start));
        planes[4 * plane + cell] = 5;
        start = -1;
      }
    }
    return planes;
  }

  private static double columnMean(float[] film, int size, int column) {
    double sum = 0;
    int rows = 0;
    for (int y = size / 4; y < 3 * size / 4; y++) {
      sum += film[y * size + column];
      rows++;
    }
    return sum / rows;
  }

  /** A network whose bone-loss logit is the first clinical value, or a constant without any. */
  static BoneLossNetwork network(double otherwise) {
    return new BoneLossNetwork() {
      @Override
      public NetworkOutput assess(float[] film, float[] clinical) {
        boolean known = clinical.length > 1 && clinical[clinical.length / 2] > 0;
        return new NetworkOutput(known ? clinical[0] : otherwise, 0.5, -1.5);
      }

      @Override
      public Evidence explain(float[] film, float[] clinical) {
        FeatureMap map = new FeatureMap(1, 2, 2, new float[] {0, 1, 2, 3});
        return new Evidence(assess(film, clinical), map, new float[] {1});
      }
    };
  }
}
