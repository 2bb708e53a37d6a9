package org.strnet.explanation;

/**
 * Colours of a heat-map: lightness rises evenly from dark violet over red to light yellow, so that
 * the order shows in grey print and to colour-blind readers as well. Made in Oklab (Ottosson 2020,
 * bottosson.github.io/posts/oklab), where equal steps look equal.
 */
final class HeatColours {

  private static final int STEPS = 256;
  private static final double DARKEST = 0.28;
  private static final double LIGHTEST = 0.93;
  private static final double FIRST_HUE = -70;
  private static final double LAST_HUE = 105;
  private static final double CHROMA = 0.19;
  private static final int[] TABLE = table();

  private HeatColours() {}

  /**
   * The colour of a value.
   *
   * @param value 0 to 1
   * @return red, green, blue, 8 bits each, from high to low
   */
  static int of(double value) {
    return TABLE[(int) (value * (STEPS - 1) + 0.5)];
  }

  private static int[] table() {
    int[] table = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double t = i / (STEPS - 1.0);
      double lightness = DARKEST + t * (LIGHTEST - DARKEST);
      double hue = Math.toRadians(FIRST_HUE + t * (LAST_HUE - FIRST_HUE));
      table[i] = mostColourful(lightness, hue);
    }
    return table;
  }

  /** The colour of a lightness and hue with as much chroma as a screen can show. */
  private static int mostColourful(double lightness, double hue) {
    double chroma = CHROMA;
    double[] rgb = linearRgb(lightness, chroma, hue);
    while (!isShowable(rgb)) {
      chroma -= 0.002;
      rgb = linearRgb(lightness, chroma, hue);
    }
    return encode(rgb[0]) << 16 | encode(rgb[1]) << 8 | encode(rgb[2]);
  }

  private static double[] linearRgb(double lightness, double chroma, double hue) {
    double a = chroma * Math.cos(hue);
    double b = chroma * Math.sin(hue);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static boolean isShowable(double[] rgb) {
    for (double part : rgb) {
      if (part < 0 || part > 1) {
        return false;
      }
    }
    return true;
  }

  /** The transfer function of sRGB (IEC 61966-2-1), 8 bits. */
  private static int encode(double linear) {
    double encoded =
        linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * encoded);
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
