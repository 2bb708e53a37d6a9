package org.strnet.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.strnet.dataset.Labels;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.pixels.KneePixels;
import org.strnet.pixels.PixelSpecification;
import org.strnet.radiograph.Radiograph;

/** Films of stripes whose period follows a T-score: quick to make, quick to learn. */
final class SyntheticKnees {

  private SyntheticKnees() {}

  /** Some knees of a seed, every patient with two films. */
  static List<TrainingKnee> of(int films, int inputSize, long seed) {
    KneePixels pixels = new KneePixels(PixelSpecification.ofSize(inputSize));
    SplittableRandom random = new SplittableRandom(seed);
    List<TrainingKnee> knees = new ArrayList<>();
    for (int row = 0; row < films; row++) {
      double tScore = 1 - 4.5 * random.nextDouble();
      knees.add(knee(row, tScore, pixels, random));
    }
    return knees;
  }

  private static TrainingKnee knee(
      int row, double tScore, KneePixels pixels, SplittableRandom random) {
    int boneLoss = tScore < -1 ? 1 : 0;
    OptionalInt osteoporosis =
        boneLoss == 1 ? OptionalInt.of(tScore <= -2.5 ? 1 : 0) : OptionalInt.empty();
    return new TrainingKnee(
        row,
        "p" + row / 2,
        pixels.patch(film(tScore, random), KneeRegion.annotated(0.5, 0.5, 0.5, FibulaSide.RIGHT)),
        new ClinicalVariables(Map.of(ClinicalVariable.AGE, 60 - 5 * tScore)),
        new Labels(OptionalInt.of(boneLoss), osteoporosis, OptionalDouble.of(tScore)),
        1,
        String.valueOf(boneLoss));
  }

  private static Radiograph film(double tScore, SplittableRandom random) {
    int side = 160;
    double period = 8 - 3 * tScore;
    double phase = random.nextDouble() * period;
    short[] samples = new short[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double wave = Math.sin(2 * Math.PI * (x + phase) / period);
        samples[y * side + x] = (short) (128 + 80 * wave + random.nextInt(20));
      }
    }
    return Radiograph.of(side, side, 8, samples);
  }
}
