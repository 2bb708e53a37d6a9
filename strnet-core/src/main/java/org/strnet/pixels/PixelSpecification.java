package org.strnet.pixels;

/**
 * How a knee becomes the network's input; travels in the bundle.
 *
 * @param inputSize side S of the network's input in pixels, 32 to 1024
 * @param cropWidths side of the square crop in plateau widths (k), 0.8 to 3
 * @param centreShift how far the crop's centre lies above the joint line, in plateau widths;
 *     negative for below
 * @param lowPercentile grey value of this percentile of the crop becomes -1
 * @param highPercentile grey value of this percentile of the crop becomes +1
 */
public record PixelSpecification(
    int inputSize,
    double cropWidths,
    double centreShift,
    double lowPercentile,
    double highPercentile) {

  /** Checks the ranges. */
  public PixelSpecification {
    if (inputSize < 32 || inputSize > 1024) {
      throw new IllegalArgumentException("input size must be 32 to 1024, found " + inputSize);
    }
    if (!(cropWidths >= 0.8 && cropWidths <= 3)) {
      throw new IllegalArgumentException(
          "crop must be 0.8 to 3 plateau widths, found " + cropWidths);
    }
    if (!(Math.abs(centreShift) <= 1)) {
      throw new IllegalArgumentException("centre shift must be within 1, found " + centreShift);
    }
    if (!(0 <= lowPercentile && lowPercentile < highPercentile && highPercentile <= 100)) {
      throw new IllegalArgumentException(
          "percentiles must rise within 0 to 100, found " + lowPercentile + ", " + highPercentile);
    }
  }

  /**
   * The default: 1.3 plateau widths, the joint at 0.6 of the height. It holds the condyles of the
   * femur, the metaphysis of the tibia and the head of the fibula, and is the framing of the public
   * 224 x 224 knee pictures with a Kellgren-Lawrence grade.
   */
  public static PixelSpecification ofSize(int inputSize) {
    return new PixelSpecification(inputSize, 1.3, 0.13, 1, 99);
  }

  /** The same with another input size. */
  public PixelSpecification withInputSize(int size) {
    return new PixelSpecification(size, cropWidths, centreShift, lowPercentile, highPercentile);
  }
}
