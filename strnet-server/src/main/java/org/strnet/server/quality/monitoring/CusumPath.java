package org.strnet.server.quality.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A CUSUM over the films of a stream.
 *
 * @param design reference value and limit
 * @param sums after each film, in the unit of x
 * @param excursions stretches between two sums of 0 in which it reached its limit, oldest first
 */
public record CusumPath(CusumDesign design, double[] sums, List<Excursion> excursions) {

  /**
   * A stretch that signalled. It ends when the sum is back at 0; a later one is another drift.
   *
   * @param began index of the film with which the sum left 0: about when the drift began
   * @param signal index of the film at which it first reached its limit
   */
  public record Excursion(int began, int signal) {}

  /** Copies the sums and the list. */
  public CusumPath {
    sums = sums.clone();
    excursions = List.copyOf(excursions);
  }

  /** A copy of the sums. */
  @Override
  public double[] sums() {
    return sums.clone();
  }

  /** Follows films in the order of their arrival. */
  public static CusumPath of(CusumDesign design, boolean[] films) {
    int[] sums = design.sums(films);
    List<Excursion> excursions = new ArrayList<>();
    int began = 0;
    boolean signalled = false;
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] == 0) {
        began = i + 1;
        signalled = false;
      } else if (sums[i] >= design.limit() && !signalled) {
        excursions.add(new Excursion(began, i));
        signalled = true;
      }
    }
    return new CusumPath(
        design,
        IntStream.of(sums).mapToDouble(sum -> (double) sum / CusumDesign.PARTS).toArray(),
        excursions);
  }

  /** Index of the film at which it first reached its limit. */
  public OptionalInt firstSignal() {
    return excursions.isEmpty() ? OptionalInt.empty() : OptionalInt.of(excursions.get(0).signal());
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
