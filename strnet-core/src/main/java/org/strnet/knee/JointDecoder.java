package org.strnet.knee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads joints out of the network's five planes: peaks of the centre map that no neighbour of the
 * eight exceeds, each with its offset, width and side; of peaks that lie closer together than a
 * share of their plateau width the most confident stays.
 *
 * <p>After CenterNet (Zhou, Wang and Kraehenbuehl 2019, arXiv 1904.07850, section 3), where the 3x3
 * maximum replaces non-maximum suppression of boxes; the merge is our addition for plateaus that
 * span many cells.
 *
 * @param minimumConfidence peaks below it are left out, 0 to 1
 * @param mergeDistance peaks closer than this many plateau widths are one joint, 0 or more
 */
public record JointDecoder(double minimumConfidence, double mergeDistance) {

  /** exp(5) cells is 148 cells: wider than any plateau on an input of 512. */
  private static final double LARGEST_LOG_WIDTH = 5;

  /** Checks the ranges. */
  public JointDecoder {
    if (!(minimumConfidence >= 0 && minimumConfidence <= 1)) {
      throw new IllegalArgumentException(
          "minimum confidence must be in [0, 1], found " + minimumConfidence);
    }
    if (!(mergeDistance >= 0)) {
      throw new IllegalArgumentException(
          "merge distance must not be negative, found " + mergeDistance);
    }
  }

  /**
   * @param output the planes of {@link JointNetwork}, {@code 5 * (size / 4)^2} values
   * @param size side of the network's input
   * @return the joints, most confident first
   */
  public List<JointPeak> decode(float[] output, int size) {
    int side = size / JointNetwork.STRIDE;
    if (output.length != JointNetwork.CHANNELS * side * side) {
      throw new IllegalArgumentException(
          "an input of %d gives %d values, found %d"
              .formatted(size, JointNetwork.CHANNELS * side * side, output.length));
    }
    // An exponential for each cell would cost more than the rest: most are told by their logits.
    double least = Math.log(minimumConfidence / (1 - minimumConfidence)) - 1e-6;
    List<JointPeak> peaks = new ArrayList<>();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        float logit = output[y * side + x];
        if (logit >= least && sigmoid(logit) >= minimumConfidence && isPeak(output, side, x, y)) {
          peaks.add(peak(output, side, x, y));
        }
      }
    }
    peaks.sort(Comparator.comparingDouble(JointPeak::confidence).reversed());
    return merge(peaks);
  }

  /** Of equal neighbours the first in reading order is the peak. */
  private static boolean isPeak(float[] output, int side, int x, int y) {
    int here = y * side + x;
    for (int ny = Math.max(0, y - 1); ny <= Math.min(side - 1, y + 1); ny++) {
      for (int nx = Math.max(0, x - 1); nx <= Math.min(side - 1, x + 1); nx++) {
        int there = ny * side + nx;
        if (output[there] > output[here] || (there < here && output[there] == output[here])) {
          return false;
        }
      }
    }
    return true;
  }

  private static JointPeak peak(float[] output, int side, int x, int y) {
    int plane = side * side;
    int cell = y * side + x;
    double logWidth = Math.min(output[3 * plane + cell], LARGEST_LOG_WIDTH);
    return new JointPeak(
        (x + 0.5 + output[plane + cell]) / side,
        (y + 0.5 + output[2 * plane + cell]) / side,
        Math.exp(logWidth) / side,
        sigmoid(output[4 * plane + cell]),
        sigmoid(output[cell]));
  }

  private List<JointPeak> merge(List<JointPeak> descending) {
    List<JointPeak> kept = new ArrayList<>();
    for (JointPeak peak : descending) {
      if (kept.stream().allMatch(other -> other.distanceInWidths(peak) >= mergeDistance)) {
        kept.add(peak);
      }
    }
    return kept;
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
