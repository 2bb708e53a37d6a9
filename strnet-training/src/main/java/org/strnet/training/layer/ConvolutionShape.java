package org.strnet.training.layer;

/**
 * A convolution without bias on a square window.
 *
 * @param inputs channels in
 * @param outputs channels out
 * @param kernel side of the window, odd
 * @param stride step of the window
 * @param groups groups of channels that do not mix; {@code inputs} for a depthwise convolution
 */
public record ConvolutionShape(int inputs, int outputs, int kernel, int stride, int groups) {

  /** Checks that groups divide channels and that the window has a centre. */
  public ConvolutionShape {
    if (inputs < 1 || outputs < 1 || stride < 1 || groups < 1) {
      throw new IllegalArgumentException(
          "channels, stride and groups must be positive, found %d to %d, stride %d, groups %d"
              .formatted(inputs, outputs, stride, groups));
    }
    if (kernel < 1 || kernel % 2 == 0) {
      throw new IllegalArgumentException("the window must be odd, found " + kernel);
    }
    if (inputs % groups != 0 || outputs % groups != 0) {
      throw new IllegalArgumentException(
          "groups must divide channels, found %d to %d, groups %d"
              .formatted(inputs, outputs, groups));
    }
  }

  /** A convolution of all channels with all. */
  public static ConvolutionShape dense(int inputs, int outputs, int kernel, int stride) {
    return new ConvolutionShape(inputs, outputs, kernel, stride, 1);
  }

  /** A convolution of each channel by itself. */
  public static ConvolutionShape depthwise(int channels, int kernel, int stride) {
    return new ConvolutionShape(channels, channels, kernel, stride, channels);
  }

  /** Zeros added on each side, so that stride 1 keeps the size. */
  public int padding() {
    return (kernel - 1) / 2;
  }
}
