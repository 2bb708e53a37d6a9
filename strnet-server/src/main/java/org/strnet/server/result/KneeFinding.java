package org.strnet.server.result;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One scored knee, as it is stored.
 *
 * @param side R or L, empty where it is not known
 * @param cx centre of the joint, fraction of the film's width
 * @param cy centre of the joint, fraction of the film's height
 * @param plateauWidth fraction of the film's width
 * @param boneLoss probability, 0 to 1
 * @param severity probability of osteoporosis given bone loss, 0 to 1
 * @param tScore estimate in SD
 * @param tLow lower limit; empty where no interval can be stated
 * @param tHigh upper limit; empty where no interval can be stated
 * @param decision code of what the operating point says
 * @param heat where its heat-map lies on the film; empty where none was drawn
 */
public record KneeFinding(
    String side,
    double cx,
    double cy,
    double plateauWidth,
    double boneLoss,
    OptionalDouble severity,
    OptionalDouble tScore,
    OptionalDouble tLow,
    OptionalDouble tHigh,
    String decision,
    Optional<HeatPlace> heat) {

  /**
   * The square of film under a heat-map, in film pixels.
   *
   * @param left left edge
   * @param top upper edge
   * @param side its length
   */
  public record HeatPlace(double left, double top, double side) {}
}
