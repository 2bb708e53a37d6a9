package org.strnet.evaluation.discrimination;

import java.util.List;
import java.util.OptionalDouble;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * Area under the ROC curve over a band of high sensitivity or of high specificity, where a
 * screening test has to work (McClish 1989, Medical Decision Making 9:190); the curve is joined by
 * straight lines. As {@code pROC::auc} with {@code partial.auc} and {@code partial.auc.focus}.
 *
 * @param focus what the band limits
 * @param low lower end of the band, 0 or above
 * @param high upper end of the band, above the lower, up to 1
 * @param corrected whether the area is rescaled so that 0.5 is no skill and 1 perfect (McClish's
 *     correction); else it is at most the band's width
 */
public record PartialAuc(Focus focus, double low, double high, boolean corrected) {

  /** What the band limits. */
  public enum Focus {
    /** Mean specificity over a band of sensitivity. */
    SENSITIVITY,
    /** Mean sensitivity over a band of specificity. */
    SPECIFICITY
  }

  /** Checks the band. */
  public PartialAuc {
    if (!(low >= 0 && low < high && high <= 1)) {
      throw new IllegalArgumentException(
          "a band runs within 0 and 1, found " + low + " to " + high);
    }
  }

  /**
   * The area; absent if a label does not occur, and corrected below the diagonal, where the
   * correction has no meaning.
   */
  public OptionalDouble of(BinaryScores films) {
    if (!films.hasBothLabels()) {
      return OptionalDouble.empty();
    }
    double area = area(films);
    if (!corrected) {
      return OptionalDouble.of(area);
    }
    double chance = ((1 - low) * (1 - low) - (1 - high) * (1 - high)) / 2;
    return area < chance
        ? OptionalDouble.empty()
        : OptionalDouble.of((1 + (area - chance) / (high - low - chance)) / 2);
  }

  /**
   * The area with its interval, or why there is none.
   *
   * @param films scores and labels
   * @param patients patient of each film
   * @param bootstrap draws the patients
   */
  public Estimate estimate(BinaryScores films, List<String> patients, PatientBootstrap bootstrap) {
    return bootstrap.estimate(
        patients,
        rows -> of(films.select(rows)),
        corrected
            ? "needs films of both labels and a curve above the diagonal in the band"
            : "needs films of both labels");
  }

  private double area(BinaryScores films) {
    Band band = focus == Focus.SENSITIVITY ? new Band(low, high) : new Band(1 - high, 1 - low);
    double positives = films.positives();
    double negatives = films.negatives();
    ThresholdSweep.down(
        films,
        (threshold, found, cost) -> {
          double sensitivity = found / positives;
          double falsePositiveRate = cost / negatives;
          if (focus == Focus.SENSITIVITY) {
            band.lineTo(sensitivity, 1 - falsePositiveRate);
          } else {
            band.lineTo(falsePositiveRate, sensitivity);
          }
        });
    return band.area;
  }

  /** Area under a line of ascending x between two limits; it starts at x = 0. */
  private final class Band {

    private final double from;
    private final double to;
    private double x;
    private double y = focus == Focus.SENSITIVITY ? 1 : 0;
    private double area;

    Band(double from, double to) {
      this.from = from;
      this.to = to;
    }

    void lineTo(double nextX, double nextY) {
      double start = Math.max(x, from);
      double end = Math.min(nextX, to);
      if (end > start) {
        double slope = (nextY - y) / (nextX - x);
        area += (end - start) * (y + slope * ((start + end) / 2 - x));
      }
      x = nextX;
      y = nextY;
    }
  }
}
