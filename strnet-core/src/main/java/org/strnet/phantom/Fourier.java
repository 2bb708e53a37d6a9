package org.strnet.phantom;

/** Discrete Fourier transform of a square plane whose side is a power of two (Cooley-Tukey). */
final class Fourier {

  private final int size;
  private final double[] cosine;
  private final double[] sine;

  Fourier(int size) {
    if (size < 2 || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("side must be a power of two, found " + size);
    }
    this.size = size;
    cosine = new double[size / 2];
    sine = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosine[i] = Math.cos(2 * Math.PI * i / size);
      sine[i] = Math.sin(2 * Math.PI * i / size);
    }
  }

  /** Transforms rows, then columns, without scaling; {@code size * size} values each. */
  void inPlane(double[] re, double[] im) {
    double[] lineRe = new double[size];
    double[] lineIm = new double[size];
    for (int pass = 0; pass < 2; pass++) {
      for (int row = 0; row < size; row++) {
        System.arraycopy(re, row * size, lineRe, 0, size);
        System.arraycopy(im, row * size, lineIm, 0, size);
        line(lineRe, lineIm);
        System.arraycopy(lineRe, 0, re, row * size, size);
        System.arraycopy(lineIm, 0, im, row * size, size);
      }
      transpose(re);
      transpose(im);
    }
  }

  private void transpose(double[] plane) {
    for (int row = 0; row < size; row++) {
      for (int column = row + 1; column < size; column++) {
        double kept = plane[row * size + column];
        plane[row * size + column] = plane[column * size + row];
        plane[column * size + row] = kept;
      }
    }
  }

  /** One line of {@code size} values, in place: {@code X[k] = sum x[n] exp(2 pi i n k / size)}. */
  void line(double[] re, double[] im) {
    reorder(re, im);
    for (int half = 1; half < size; half *= 2) {
      int stride = size / (2 * half);
      for (int start = 0; start < size; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          double c = cosine[k * stride];
          double s = sine[k * stride];
          int low = start + k;
          int high = low + half;
          double tr = re[high] * c - im[high] * s;
          double ti = re[high] * s + im[high] * c;
          re[high] = re[low] - tr;
          im[high] = im[low] - ti;
          re[low] += tr;
          im[low] += ti;
        }
      }
    }
  }

  private void reorder(double[] re, double[] im) {
    int shift = 32 - Integer.numberOfTrailingZeros(size);
    for (int i = 0; i < size; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (j > i) {
        double kept = re[i];
        re[i] = re[j];
        re[j] = kept;
        kept = im[i];
        im[i] = im[j];
        im[j] = kept;
      }
    }
  }
}
