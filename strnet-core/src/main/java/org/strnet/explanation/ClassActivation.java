package org.strnet.explanation;

import org.strnet.network.Evidence;
import org.strnet.network.FeatureMap;

/**
 * Gradient-weighted class activation (Grad-CAM, Selvaraju et al. 2017, arXiv 1610.02391, section
 * 3): {@code M = ReLU(sum_c a_c A_c)} with {@code a_c} the mean over the map of the logit's
 * gradient with respect to channel c.
 *
 * <p>Here a channel enters the logit only through its mean {@code p_c} over the {@code Z = h w}
 * cells, so every cell of a channel has the gradient {@code g_c / Z}, g being the gradient with
 * respect to the pooled features, and {@code a_c = g_c / Z}. A cell of {@code sum_c a_c A_c} is
 * then what it adds to the logit, to first order; cells that speak against bone loss are shown as
 * 0.
 */
public final class ClassActivation {

  private ClassActivation() {}

  /** The map of a film, divided by its largest cell; all 0 when no cell speaks for bone loss. */
  public static HeatMap of(Evidence evidence) {
    FeatureMap features = evidence.features();
    double[] sums = weightedSums(features.values(), evidence.boneLossGradient());
    int cells = sums.length;
    double largest = 0;
    for (double sum : sums) {
      largest = Math.max(largest, sum);
    }
    float[] values = new float[cells];
    if (largest > 0) {
      for (int i = 0; i < cells; i++) {
        values[i] = (float) (Math.max(0, sums[i]) / largest);
      }
    }
    return new HeatMap(features.height(), features.width(), values, largest / cells);
  }

  /** {@code sum_c g_c A_c} in each cell. */
  private static double[] weightedSums(float[] activations, float[] gradient) {
    double[] sums = new double[activations.length / gradient.length];
    for (int channel = 0; channel < gradient.length; channel++) {
      int offset = channel * sums.length;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += (double) gradient[channel] * activations[offset + i];
      }
    }
    return sums;
  }
}
