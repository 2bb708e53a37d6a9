package org.strnet.dicom.codec.jpegls;

/** Quantises the three local gradients to a context (T.87, A.3.3 and A.3.4). */
final class Gradients {

  private final byte[] regions;
  private final int largest;

  Gradients(CodingParameters parameters) {
    largest = parameters.maxVal();
    regions = new byte[2 * largest + 1];
    for (int i = 0; i < regions.length; i++) {
      regions[i] = (byte) region(i - largest, parameters);
    }
  }

  private static int region(int gradient, CodingParameters parameters) {
    int size = Math.abs(gradient);
    int region;
    if (size <= parameters.near()) {
      region = 0;
    } else if (size < parameters.t1()) {
      region = 1;
    } else if (size < parameters.t2()) {
      region = 2;
    } else if (size < parameters.t3()) {
      region = 3;
    } else {
      region = 4;
    }
    return gradient < 0 ? -region : region;
  }

  /** -364 to 364; 0 where all gradients are flat, which is run mode. */
  int context(int d1, int d2, int d3) {
    return 81 * regions[d1 + largest] + 9 * regions[d2 + largest] + regions[d3 + largest];
  }
}
