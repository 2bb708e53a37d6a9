package org.strnet.calibration;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.strnet.provenance.BadInputException;

/**
 * Fits a {@link LogitScaling} on validation films by weighted log-loss. The loss is convex in slope
 * and intercept, so a golden-section search over the slope finds its one minimum.
 *
 * <p>The slope stays within 1/20 and 20: on few films the labels may be separated, and the loss
 * then falls towards an infinite slope.
 */
public final class LogitScalingFit {

  private static final double STEEPEST = 20;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final double[] logits;
  private final boolean[] labels;
  private final double[] weights;

  /**
   * Films to fit on.
   *
   * @param logits one per film
   * @param labels one per film
   * @param weights trust in the labels, one per film, not negative
   * @throws BadInputException if only one label occurs
   */
  public LogitScalingFit(double[] logits, boolean[] labels, double[] weights) {
    if (labels.length != logits.length || weights.length != logits.length) {
      throw new IllegalArgumentException(
          "one label and one weight per logit, found %d, %d, %d"
              .formatted(logits.length, labels.length, weights.length));
    }
    this.logits = logits.clone();
    this.labels = labels.clone();
    this.weights = weights.clone();
    double positive = 0;
    double negative = 0;
    for (int i = 0; i < labels.length; i++) {
      if (!Double.isFinite(logits[i]) || !(weights[i] >= 0)) {
        throw new IllegalArgumentException(
            "logits must be finite and weights not negative, found %s, %s"
                .formatted(logits[i], weights[i]));
      }
      positive += labels[i] ? weights[i] : 0;
      negative += labels[i] ? 0 : weights[i];
    }
    if (positive == 0 || negative == 0) {
      throw new BadInputException(
          "calibration", "needs films of both labels, found %d of one".formatted(labels.length));
    }
  }

  /** Films of equal weight. */
  public static LogitScalingFit of(double[] logits, boolean[] labels) {
    double[] weights = new double[logits.length];
    Arrays.fill(weights, 1);
    return new LogitScalingFit(logits, labels, weights);
  }

  /** Temperature scaling (Guo et al. 2017, arXiv 1706.04599): slope only. */
  public LogitScaling temperature() {
    return new LogitScaling(bestSlope(slope -> loss(slope, 0)), 0);
  }

  /**
   * Slope and intercept (Platt 1999), without his smoothing of the targets: the slope is bounded
   * instead. The fitted mean probability equals the weighted frequency of the label.
   */
  public LogitScaling platt() {
    double slope = bestSlope(candidate -> loss(candidate, bestIntercept(candidate)));
    return new LogitScaling(slope, bestIntercept(slope));
  }

  /**
   * Intercept only: the fitted mean probability equals the weighted frequency of the label
   * (recalibration in the large; Steyerberg 2019, Clinical Prediction Models, chapter 20).
   *
   * @param slope to keep, above 0
   */
  public LogitScaling intercept(double slope) {
    return new LogitScaling(slope, bestIntercept(slope));
  }

  /** Mean log-loss of a scaling on these films, in nats. */
  public double loss(LogitScaling scaling) {
    return loss(scaling.slope(), scaling.intercept());
  }

  private double loss(double slope, double intercept) {
    double loss = 0;
    double weight = 0;
    for (int i = 0; i < logits.length; i++) {
      double margin = (labels[i] ? 1 : -1) * (slope * logits[i] + intercept);
      // log(1 + exp(-margin)) without overflow
      loss += weights[i] * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
      weight += weights[i];
    }
    return loss / weight;
  }

  /** Golden-section search over the logarithm of the slope. */
  private static double bestSlope(DoubleUnaryOperator loss) {
    double low = -Math.log(STEEPEST);
    double high = Math.log(STEEPEST);
    double inner = high - GOLDEN * (high - low);
    double outer = low + GOLDEN * (high - low);
    double innerLoss = loss.applyAsDouble(Math.exp(inner));
    double outerLoss = loss.applyAsDouble(Math.exp(outer));
    while (high - low > 1e-9) {
      if (innerLoss <= outerLoss) {
        high = outer;
        outer = inner;
        outerLoss = innerLoss;
        inner = high - GOLDEN * (high - low);
        innerLoss = loss.applyAsDouble(Math.exp(inner));
      } else {
        low = inner;
        inner = outer;
        innerLoss = outerLoss;
        outer = low + GOLDEN * (high - low);
        outerLoss = loss.applyAsDouble(Math.exp(outer));
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** Bisection: the mean residual falls as the intercept rises, and is zero at the minimum. */
  private double bestIntercept(double slope) {
    double reach = 50;
    for (double logit : logits) {
      reach = Math.max(reach, 50 + Math.abs(slope * logit));
    }
    double low = -reach;
    double high = reach;
    while (high - low > 1e-11 * reach) {
      double middle = (low + high) / 2;
      if (residual(slope, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double residual(double slope, double intercept) {
    double residual = 0;
    for (int i = 0; i < logits.length; i++) {
      double p = 1 / (1 + Math.exp(-(slope * logits[i] + intercept)));
      residual += weights[i] * ((labels[i] ? 1 : 0) - p);
    }
    return residual;
  }
}
