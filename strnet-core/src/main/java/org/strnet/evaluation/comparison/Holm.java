package org.strnet.evaluation.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment of p-values (1979, Scandinavian Journal of Statistics 6:65): with the
 * m p-values in order, the i-th smallest is multiplied by {@code m - i + 1}, kept below 1 and not
 * below its predecessor. Any one below 0.05 then keeps the chance of a single false finding among
 * all of them below 5 %.
 */
public final class Holm {

  private Holm() {}

  /** Adjusted p-values, in the order given. */
  public static double[] adjust(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double least = 0;
    for (int rank = 0; rank < order.length; rank++) {
      least = Math.max(least, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = least;
    }
    return adjusted;
  }

  /** How many p-values there are among differences, and how they were adjusted, for a reader. */
  public static String note(List<Difference> differences) {
    long tested = differences.stream().filter(one -> one.p().isPresent()).count();
    return tested == 0
        ? "No comparison could be tested."
        : "%d comparisons were tested; by chance alone about one in 20 has p below 0.05. Adjusted p"
                .formatted(tested)
            + " (Holm) allows for all of them.";
  }

  /** The differences with their adjusted p-values; those without a p-value stay as they are. */
  public static List<Difference> adjust(List<Difference> differences) {
    int[] tested =
        IntStream.range(0, differences.size())
            .filter(i -> differences.get(i).p().isPresent())
            .toArray();
    double[] adjusted =
        adjust(
            IntStream.of(tested).mapToDouble(i -> differences.get(i).p().getAsDouble()).toArray());
    Difference[] result = differences.toArray(Difference[]::new);
    for (int i = 0; i < tested.length; i++) {
      Difference one = result[tested[i]];
      result[tested[i]] = new Difference(one.estimate(), one.p(), OptionalDouble.of(adjusted[i]));
    }
    return List.of(result);
  }

  /** Compared figures with p-values adjusted over all of them. */
  public static List<Compared> adjustAll(List<Compared> all) {
    List<Difference> differences = adjust(all.stream().map(Compared::difference).toList());
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                new Compared(
                    all.get(i).metric(),
                    all.get(i).first(),
                    all.get(i).second(),
                    differences.get(i)))
        .toList();
  }
}
