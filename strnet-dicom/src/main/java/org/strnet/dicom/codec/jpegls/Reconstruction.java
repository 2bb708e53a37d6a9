package org.strnet.dicom.codec.jpegls;

/** From a prediction and a quantised error to a sample (T.87, A.4.4 and A.4.5). */
final class Reconstruction {

  private final int maxVal;
  private final int near;
  private final int step;
  private final int modulus;

  Reconstruction(CodingParameters parameters) {
    maxVal = parameters.maxVal();
    near = parameters.near();
    step = parameters.step();
    modulus = parameters.range() * step;
  }

  /** The sample, 0 to MAXVAL whatever the error is. */
  int sample(int predicted, int error) {
    int value = predicted + error * step;
    if (value < -near) {
      value += modulus;
    } else if (value > maxVal + near) {
      value -= modulus;
    }
    return Math.max(0, Math.min(maxVal, value));
  }
}
