package org.strnet.evaluation.accuracy;

import org.strnet.decision.Proportion;
import org.strnet.evaluation.estimate.Interval;

/** How the 95 % interval of a share is found. */
public enum IntervalMethod {
  /** Score interval (Wilson 1927, JASA 22:209): covers 95 % on average. */
  WILSON("Wilson 95 %"),
  /** Exact interval (Clopper and Pearson 1934, Biometrika 26:404): covers at least 95 %. */
  CLOPPER_PEARSON("Clopper-Pearson 95 %");

  private final String words;

  IntervalMethod(String words) {
    this.words = words;
  }

  /** As written in a method's text. */
  public String words() {
    return words;
  }

  /** The interval of a share. */
  public Interval of(Proportion share) {
    return switch (this) {
      case WILSON -> new Interval(share.low(), share.high());
      case CLOPPER_PEARSON ->
          new Interval(share.clopperPearsonLow(0.025), share.clopperPearsonHigh(0.025));
    };
  }
}
