package org.strnet.evaluation.head;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.evaluation.resampling.ResampledPatients;

/**
 * A figure of some films, so that it can be resampled, and compared with that of other predictions
 * on the same resample.
 *
 * @param name its dotted name
 * @param value of some films, named by their index, a film as often as it is named; absent where it
 *     does not exist; called from several threads
 * @param rule what it needs, said when it does not exist
 */
public record Figure(String name, Function<int[], OptionalDouble> value, String rule) {

  /** The figure with its interval by patient. */
  public Estimate estimate(ResampledPatients patients, PatientBootstrap bootstrap) {
    return bootstrap.estimate(patients, value, rule);
  }

  /** The figure of all films without an interval. */
  public Estimate plain(int films) {
    int[] all = new int[films];
    Arrays.setAll(all, film -> film);
    OptionalDouble found = value.apply(all);
    return found.isPresent()
        ? Estimate.ofValue(found.getAsDouble(), films, "as it is")
        : Estimate.notEstimable(films, rule);
  }
}
