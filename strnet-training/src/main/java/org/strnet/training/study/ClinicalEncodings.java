package org.strnet.training.study;

import java.util.List;
import java.util.stream.DoubleStream;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalVariable;
import org.strnet.provenance.BadInputException;
import org.strnet.training.loop.TrainingKnee;

/** Means and standard deviations of clinical variables over training films. */
final class ClinicalEncodings {

  private ClinicalEncodings() {}

  /**
   * @param variables in the order of the network's input
   * @param knees the training films only: validation films must not tell their mean
   * @throws BadInputException if a variable is known of fewer than two films or never varies
   */
  static ClinicalEncoding of(List<ClinicalVariable> variables, List<TrainingKnee> knees) {
    return new ClinicalEncoding(
        variables.stream().map(variable -> column(variable, knees)).toList());
  }

  private static ClinicalEncoding.Column column(
      ClinicalVariable variable, List<TrainingKnee> knees) {
    double[] known =
        knees.stream()
            .map(knee -> knee.clinical().value(variable))
            .filter(value -> value.isPresent())
            .mapToDouble(value -> value.getAsDouble())
            .toArray();
    double mean = DoubleStream.of(known).average().orElse(Double.NaN);
    double variance =
        DoubleStream.of(known).map(value -> (value - mean) * (value - mean)).sum()
            / (known.length - 1);
    if (known.length < 2 || !(variance > 0)) {
      throw new BadInputException(
          "clinical variable " + variable.column(),
          "must be known of two training films and vary, known of " + known.length);
    }
    return new ClinicalEncoding.Column(variable, mean, Math.sqrt(variance));
  }
}
