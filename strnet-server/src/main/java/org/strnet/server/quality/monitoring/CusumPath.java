package org.strnet.server.quality.monitoring;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A CUSUM over the films of a stream.
 *
 * @param design reference value and limit
 * @param sums after each film, in the unit of x
 * @param firstSignal index of the film at which it first reached its limit
 * @param began index of the film after which the sum last left 0 before that signal: about when the
 *     drift began
 */
public record CusumPath(
    CusumDesign design, double[] sums, OptionalInt firstSignal, OptionalInt began) {

  /** Copies the sums. */
  public CusumPath {
    sums = sums.clone();
  }

  /** A copy of the sums. */
  @Override
  public double[] sums() {
    return sums.clone();
  }

  /** Follows films in the order of their arrival. */
  public static CusumPath of(CusumDesign design, boolean[] films) {
    int[] sums = design.sums(films);
    OptionalInt signal =
        IntStream.range(0, sums.length).filter(i -> sums[i] >= design.limit()).findFirst();
    OptionalInt began =
        signal.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(
                IntStream.rangeClosed(0, signal.getAsInt())
                        .filter(i -> sums[i] == 0)
                        .reduce(-1, (a, b) -> b)
                    + 1);
    return new CusumPath(
        design,
        IntStream.of(sums).mapToDouble(sum -> (double) sum / CusumDesign.PARTS).toArray(),
        signal,
        began);
  }

  /** The decision limit in the unit of the sums. */
  public double limit() {
    return (double) design.limit() / CusumDesign.PARTS;
  }

  /** The reference value in the unit of x. */
  public double reference() {
    return (double) design.reference() / CusumDesign.PARTS;
  }

  /** Whether the last sum is at the limit or above: the drift is still there. */
  public boolean isOut() {
    return sums.length > 0 && sums[sums.length - 1] >= limit();
  }
}
