package org.strnet.network;

/**
 * What the three heads say of one film.
 *
 * @param boneLossLogit logit of bone loss
 * @param severityLogit logit of osteoporosis given bone loss
 * @param tScore estimated T-score in SD (or the target that took its place in a control task, in
 *     its unit)
 */
public record NetworkOutput(double boneLossLogit, double severityLogit, double tScore) {

  /** Refuses what is not a number: a broken network is our fault and must not become a result. */
  public NetworkOutput {
    if (!Double.isFinite(boneLossLogit + severityLogit + tScore)) {
      throw new IllegalStateException(
          "the network gave a value that is not finite: %s, %s, %s"
              .formatted(boneLossLogit, severityLogit, tScore));
    }
  }
}
