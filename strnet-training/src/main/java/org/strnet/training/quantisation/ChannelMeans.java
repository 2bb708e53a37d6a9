package org.strnet.training.quantisation;

/** The mean of each channel of a value, over places and films. */
final class ChannelMeans {

  private final double[] sums;
  private int films = 0;

  ChannelMeans(int channels) {
    this.sums = new double[channels];
  }

  /**
   * Counts one film.
   *
   * @param values {@code [C, h, w]}
   */
  void add(float[] values) {
    int places = values.length / sums.length;
    for (int channel = 0; channel < sums.length; channel++) {
      double sum = 0;
      for (int place = channel * places; place < (channel + 1) * places; place++) {
        sum += values[place];
      }
      sums[channel] += sum / places;
    }
    films++;
  }

  /** A channel's mean; at least one film must have been counted. */
  double of(int channel) {
    return sums[channel] / films;
  }
}
