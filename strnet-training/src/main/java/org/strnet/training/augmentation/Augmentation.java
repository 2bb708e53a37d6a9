package org.strnet.training.augmentation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.strnet.pixels.KneePatch;
import org.strnet.pixels.Placement;

/**
 * Turns a knee patch into one randomly changed training input. Immutable, safe for many threads.
 */
public final class Augmentation {

  private final AugmentationSettings settings;
  private final long seed;

  /**
   * @param settings how far films may be changed
   * @param seed of the run
   */
  public Augmentation(AugmentationSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * One changed input.
   *
   * @param patch the knee
   * @param epoch the epoch
   * @param draw position within the epoch; a film drawn twice in an epoch is changed twice
   * @return {@code S * S} values in [-1, 1]
   */
  public float[] apply(KneePatch patch, int epoch, int draw) {
    if (settings.equals(AugmentationSettings.NONE)) {
      return patch.input();
    }
    SplittableRandom random = new SplittableRandom(mix(seed, epoch, draw));
    float[] input = patch.input(placement(random));
    int side = (int) Math.round(Math.sqrt(input.length));
    if (settings.blur() > 0 && random.nextInt(2) == 0) {
      GaussianBlur.apply(input, side, random.nextDouble() * settings.blur());
    }
    expose(input, random);
    addNoise(input, random);
    if (random.nextDouble() < settings.erase()) {
      erase(input, side, random);
    }
    return input;
  }

  private Placement placement(SplittableRandom random) {
    return new Placement(
        symmetric(random, settings.shift()),
        symmetric(random, settings.shift()),
        1 + symmetric(random, settings.scale()),
        symmetric(random, settings.rotation()),
        false);
  }

  /** Gamma on the grey value in [0, 1], then contrast around the middle, clamped to [-1, 1]. */
  private void expose(float[] input, SplittableRandom random) {
    double gamma = Math.exp(symmetric(random, settings.gamma()));
    double contrast = 1 + symmetric(random, settings.contrast());
    float[] table = toneTable(gamma, contrast);
    for (int i = 0; i < input.length; i++) {
      float position = (input[i] + 1) * 0.5f * (TONES - 1);
      int lower = Math.min((int) position, TONES - 2);
      float share = position - lower;
      input[i] = table[lower] + share * (table[lower + 1] - table[lower]);
    }
  }

  private static final int TONES = 1025;

  private static float[] toneTable(double gamma, double contrast) {
    float[] table = new float[TONES];
    for (int i = 0; i < TONES; i++) {
      double grey = Math.pow(i / (TONES - 1.0), gamma);
      table[i] = (float) Math.max(-1, Math.min(1, contrast * (2 * grey - 1)));
    }
    return table;
  }

  private void addNoise(float[] input, SplittableRandom random) {
    double deviation = random.nextDouble() * settings.noise() * 2;
    if (deviation == 0) {
      return;
    }
    // A sum of four uniform bytes is close to normal and costs one draw for a pixel.
    float unit = (float) (deviation / Math.sqrt(4 * (256.0 * 256 - 1) / 12));
    for (int i = 0; i < input.length; i++) {
      int bytes = random.nextInt();
      int sum = (bytes & 255) + (bytes >>> 8 & 255) + (bytes >>> 16 & 255) + (bytes >>> 24);
      input[i] = Math.max(-1, Math.min(1, input[i] + (sum - 510) * unit));
    }
  }

  /** Fills a rectangle of 2 to 12 % of the picture with one grey value (Zhong et al. 2020). */
  private static void erase(float[] input, int side, SplittableRandom random) {
    double area = (0.02 + 0.10 * random.nextDouble()) * side * side;
    double aspect = Math.exp(symmetric(random, Math.log(3)));
    int width = Math.min(side - 1, Math.max(1, (int) Math.sqrt(area * aspect)));
    int height = Math.min(side - 1, Math.max(1, (int) Math.sqrt(area / aspect)));
    int left = random.nextInt(side - width);
    int top = random.nextInt(side - height);
    float grey = (float) symmetric(random, 1);
    for (int y = top; y < top + height; y++) {
      Arrays.fill(input, y * side + left, y * side + left + width, grey);
    }
  }

  private static double symmetric(SplittableRandom random, double largest) {
    return (2 * random.nextDouble() - 1) * largest;
  }

  private static long mix(long seed, int epoch, int draw) {
    long mixed =
        seed * 0x9E3779B97F4A7C15L + epoch * 0xBF58476D1CE4E5B9L + draw * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return mixed * 0xD6E8FEB86659FD93L;
  }
}
