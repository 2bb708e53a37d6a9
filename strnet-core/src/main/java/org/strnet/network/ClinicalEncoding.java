package org.strnet.network;

import java.util.List;

/**
 * Clinical variables as the network's second input: K standardised values, 0 where absent, then K
 * presence flags. Means and standard deviations come from the training films and travel in the
 * bundle.
 *
 * @param columns the variables in the order of the input; empty when the network takes none
 */
public record ClinicalEncoding(List<Column> columns) {

  /**
   * One standardised variable.
   *
   * @param variable the variable
   * @param mean mean over training films that have it
   * @param standardDeviation its standard deviation there, above 0
   */
  public record Column(ClinicalVariable variable, double mean, double standardDeviation) {
    /** Checks that the variable varies. */
    public Column {
      if (!(standardDeviation > 0) || !Double.isFinite(mean)) {
        throw new IllegalArgumentException(
            "%s needs a finite mean and a positive standard deviation, found %s, %s"
                .formatted(variable.column(), mean, standardDeviation));
      }
    }
  }

  /** Copies the list. */
  public ClinicalEncoding {
    columns = List.copyOf(columns);
  }

  /** Length of the encoded input, {@code 2 K}. */
  public int length() {
    return 2 * columns.size();
  }

  /** The network's second input for one patient, {@code 2 K} values. */
  public float[] encode(ClinicalVariables patient) {
    int k = columns.size();
    float[] encoded = new float[2 * k];
    for (int i = 0; i < k; i++) {
      Column column = columns.get(i);
      var value = patient.value(column.variable());
      if (value.isPresent()) {
        encoded[i] = (float) ((value.getAsDouble() - column.mean()) / column.standardDeviation());
        encoded[k + i] = 1;
      }
    }
    return encoded;
  }
}
