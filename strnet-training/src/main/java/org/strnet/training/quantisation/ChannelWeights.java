package org.strnet.training.quantisation;

/**
 * A convolution's weights as int8 with one scale for each output channel, symmetric in -127 to 127,
 * and its bias as int32 in steps of the input's scale times the weight's.
 *
 * @param weight as many as there were, output channel by output channel
 * @param scales one for each output channel, above 0
 * @param bias one for each output channel
 * @param biasScales {@code inputScale * scales}
 */
record ChannelWeights(byte[] weight, float[] scales, int[] bias, float[] biasScales) {

  private static final int LARGEST = 127;
  private static final double LARGEST_BIAS = 1 << 30;

  /**
   * Rounds to the nearest, ties to even.
   *
   * @param weight {@code [O, I, k, k]}
   * @param bias {@code [O]}
   * @param inputScale scale of the convolution's input
   */
  static ChannelWeights of(float[] weight, float[] bias, float inputScale) {
    int channels = bias.length;
    int each = weight.length / channels;
    byte[] bytes = new byte[weight.length];
    float[] scales = new float[channels];
    int[] rounded = new int[channels];
    float[] biasScales = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      double largest = 0;
      for (int i = channel * each; i < (channel + 1) * each; i++) {
        largest = Math.max(largest, Math.abs(weight[i]));
      }
      scales[channel] = scale(largest, bias[channel], inputScale);
      biasScales[channel] = scales[channel] * inputScale;
      rounded[channel] = (int) Math.rint(bias[channel] / (double) biasScales[channel]);
      for (int i = channel * each; i < (channel + 1) * each; i++) {
        bytes[i] = (byte) Math.rint(weight[i] / (double) scales[channel]);
      }
    }
    return new ChannelWeights(bytes, scales, rounded, biasScales);
  }

  /** A channel that is nearly dead has a coarser scale than it needs, lest its bias overflow. */
  private static float scale(double largestWeight, float bias, float inputScale) {
    double scale = Math.max(largestWeight / LARGEST, Math.abs(bias) / (LARGEST_BIAS * inputScale));
    return scale > Float.MIN_NORMAL ? Math.max((float) scale, Float.MIN_NORMAL) : 1;
  }
}
