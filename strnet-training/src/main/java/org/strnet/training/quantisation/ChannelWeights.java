package org.strnet.training.quantisation;

import java.util.Arrays;

/**
 * A convolution's weights as int8 with one scale for each output channel, symmetric in -127 to 127,
 * and its bias as int32 in steps of the input's scale times the weight's.
 *
 * <p>Processors without 8-bit dot products add two products in 16 bits, where {@code 255 * 128} is
 * the most that fits: the first and second, third and fourth and so on, counted channel by channel
 * within a tap. Such a pair therefore makes 128 at most together, and the network gives the same
 * everywhere without slower kernels.
 *
 * @param weight as many as there were, output channel by output channel
 * @param scales one for each output channel, above 0
 * @param bias one for each output channel
 * @param biasScales {@code inputScale * scales}
 */
record ChannelWeights(byte[] weight, float[] scales, int[] bias, float[] biasScales) {

  private static final int LARGEST = 127;

  /** One below 128: rounding may add a half to each of two. */
  private static final int LARGEST_PAIR = 127;

  private static final double LARGEST_BIAS = 1 << 30;

  /**
   * Rounds to the nearest, ties to even.
   *
   * @param weight {@code [O, I, k, k]}
   * @param bias {@code [O]}
   * @param taps {@code k * k}
   * @param inputScale scale of the convolution's input
   */
  static ChannelWeights of(float[] weight, float[] bias, int taps, float inputScale) {
    int channels = bias.length;
    int each = weight.length / channels;
    byte[] bytes = new byte[weight.length];
    float[] scales = new float[channels];
    int[] rounded = new int[channels];
    float[] biasScales = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      float[] own = Arrays.copyOfRange(weight, channel * each, (channel + 1) * each);
      double finest = Math.max(largest(own) / LARGEST, largestPair(own, taps) / LARGEST_PAIR);
      scales[channel] = scale(finest, bias[channel], inputScale);
      biasScales[channel] = scales[channel] * inputScale;
      rounded[channel] = (int) Math.rint(bias[channel] / (double) biasScales[channel]);
      for (int i = channel * each; i < (channel + 1) * each; i++) {
        bytes[i] = (byte) Math.rint(weight[i] / (double) scales[channel]);
      }
    }
    return new ChannelWeights(bytes, scales, rounded, biasScales);
  }

  private static double largest(float[] weights) {
    double largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    return largest;
  }

  /** Largest magnitude of the sum of two weights whose products are added in 16 bits. */
  private static double largestPair(float[] weights, int taps) {
    int inputs = weights.length / taps;
    double largest = 0;
    for (int product = 0; product + 1 < weights.length; product += 2) {
      double sum = at(weights, product, inputs) + at(weights, product + 1, inputs);
      largest = Math.max(largest, Math.abs(sum));
    }
    return largest;
  }

  /** The weight of a product, counted with channels faster than taps. */
  private static double at(float[] weights, int product, int inputs) {
    int taps = weights.length / inputs;
    return weights[product % inputs * taps + product / inputs];
  }

  /** A channel that is nearly dead has a coarser scale than it needs, lest its bias overflow. */
  private static float scale(double finest, float bias, float inputScale) {
    double scale = Math.max(finest, Math.abs(bias) / (LARGEST_BIAS * inputScale));
    return scale > Float.MIN_NORMAL ? Math.max((float) scale, Float.MIN_NORMAL) : 1;
  }
}
