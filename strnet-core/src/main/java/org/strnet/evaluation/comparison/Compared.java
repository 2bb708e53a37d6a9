package org.strnet.evaluation.comparison;

import org.strnet.evaluation.estimate.Estimate;

/**
 * One figure of two sets of predictions, on the films both assessed.
 *
 * @param metric its dotted name, e.g. {@code screening.auroc}
 * @param first of the first predictions
 * @param second of the second predictions
 * @param difference first minus second
 */
public record Compared(String metric, Estimate first, Estimate second, Difference difference) {}
