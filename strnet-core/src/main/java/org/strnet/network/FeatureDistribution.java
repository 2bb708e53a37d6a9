package org.strnet.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;

/**
 * What the training films look like to the network, and how far from them a knee may lie. In {@code
 * bundle.json} it is {@code in_distribution}; bundles without it refuse no knee for its features.
 *
 * <p>The distance of a knee is the root mean square of its standardised pooled features, {@code
 * sqrt(mean_c(((x_c - mean_c) / spread_c)^2))}: about 1 on a training film, without unit. It is the
 * diagonal form of the Mahalanobis distance (Lee et al. 2018, NeurIPS 31:7167); a low-rank form was
 * measured against it (docs/experiments.md). It tells other anatomy and other views, not every
 * fault: an alike knee can still be judged wrongly.
 *
 * @param films training films that means and spreads were made of, at least 2
 * @param means mean of each pooled feature over the training films
 * @param spreads one per feature: its standard deviation over the training films, or half the
 *     median of all that vary where it is less, above 0; a feature that hardly ever answers would
 *     outweigh all others
 * @param limit the largest distance that counts as alike
 */
public record FeatureDistribution(int films, double[] means, double[] spreads, Limit limit) {

  /** Which films the limit was chosen on. */
  public enum Basis {
    /** Validation films: neither the network nor the statistics had seen them. */
    VALIDATION("validation"),
    /**
     * Training films, each with statistics of the other patients' films. The network has learnt
     * from them, so that new films may lie a little farther away.
     */
    CROSS_FITTED("cross-fitted");

    private final String code;

    Basis(String code) {
      this.code = code;
    }

    /** As written in the bundle. */
    public String code() {
      return code;
    }
  }

  /**
   * The largest distance that counts as alike, an order statistic of films the means and spreads
   * were not made of.
   *
   * @param distance the limit, above 0, without unit
   * @param films held-out films it was chosen on, at least 1
   * @param passing how many of them lie within it, 1 to {@code films}
   * @param basis which films those are
   */
  public record Limit(double distance, int films, int passing, Basis basis) {

    /** Checks the ranges. */
    public Limit {
      Objects.requireNonNull(basis);
      if (!(distance > 0 && distance < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("the limit must be above 0, found " + distance);
      }
      if (passing < 1 || passing > films) {
        throw new IllegalArgumentException(
            "passing must be 1 to %d films, found %d".formatted(films, passing));
      }
    }

    /**
     * Share of exchangeable new films that is refused, at most, in the mean over choices of the
     * limit: {@code 1 - passing / (films + 1)} (Lei et al. 2018, JASA 113:1094).
     */
    public double refusedShare() {
      return 1 - passing / (films + 1.0);
    }
  }

  /** Copies the arrays in and checks them. */
  public FeatureDistribution {
    Objects.requireNonNull(limit);
    if (films < 2 || means.length == 0 || means.length != spreads.length) {
      throw new IllegalArgumentException(
          "needs 2 films and one mean and spread per feature, found %d films, %d, %d"
              .formatted(films, means.length, spreads.length));
    }
    for (int c = 0; c < means.length; c++) {
      if (!Double.isFinite(means[c]) || !(spreads[c] > 0 && Double.isFinite(spreads[c]))) {
        throw new IllegalArgumentException(
            "feature %d needs a finite mean and a spread above 0, found %s, %s"
                .formatted(c, means[c], spreads[c]));
      }
    }
    means = means.clone();
    spreads = spreads.clone();
  }

  /** A copy of the means. */
  @Override
  public double[] means() {
    return means.clone();
  }

  /** A copy of the spreads. */
  @Override
  public double[] spreads() {
    return spreads.clone();
  }

  /** Features it knows, C. */
  public int channels() {
    return means.length;
  }

  /** How far a knee lies from the training films; 0 or above, without unit. */
  public double distance(FeatureMap features) {
    return distance(features.pooled());
  }

  /**
   * The same from features that are pooled already.
   *
   * @param pooled the feature map's mean over height and width, {@code [C]}
   */
  public double distance(float[] pooled) {
    if (pooled.length != means.length) {
      throw new IllegalArgumentException(
          "%d pooled features are known, found %d".formatted(means.length, pooled.length));
    }
    double sum = 0;
    for (int c = 0; c < means.length; c++) {
      double standardised = (pooled[c] - means[c]) / spreads[c];
      sum += standardised * standardised;
    }
    return Math.sqrt(sum / means.length);
  }

  /** Why a knee is not assessed: it lies beyond the limit. */
  public Optional<NotAssessable> refusal(FeatureMap features) {
    double found = distance(features);
    if (found <= limit.distance()) {
      return Optional.empty();
    }
    return Optional.of(
        new NotAssessable(
            Reason.OUT_OF_DISTRIBUTION,
            String.format(
                Locale.ROOT,
                "the knee must look like those of training, at a distance of %.3f at most, found"
                    + " %.3f",
                limit.distance(),
                found)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureDistribution features
        && films == features.films
        && Arrays.equals(means, features.means)
        && Arrays.equals(spreads, features.spreads)
        && limit.equals(features.limit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(films, Arrays.hashCode(means), Arrays.hashCode(spreads), limit);
  }

  @Override
  public String toString() {
    return "FeatureDistribution[films=%d, channels=%d, limit=%s]"
        .formatted(films, means.length, limit);
  }
}
