package org.strnet.evaluation.study;

import java.util.List;
import org.strnet.evaluation.comparison.Compared;
import org.strnet.evaluation.prediction.Prediction;

/**
 * What a study's predictions add over information that costs nothing.
 *
 * @param name what they are compared with, e.g. {@code age, sex and BMI}
 * @param how how that was fitted, or why it could not be
 * @param predictions of the comparison, one per row of the cohort; empty when it could not be
 *     fitted
 * @param figures the study minus the comparison, on the films both assess
 */
public record Gain(String name, String how, List<Prediction> predictions, List<Compared> figures) {

  /** Copies the lists. */
  public Gain {
    predictions = List.copyOf(predictions);
    figures = List.copyOf(figures);
  }
}
