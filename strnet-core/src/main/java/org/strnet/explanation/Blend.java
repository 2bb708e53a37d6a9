package org.strnet.explanation;

/** Mixes grey film and heat-map colour, 8 bits for red, green and blue. */
final class Blend {

  /** Share of colour at the strongest cell; the film still shows through. */
  private static final double STRONGEST = 0.6;

  private Blend() {}

  /** A grey value, 0 black to 1 white; what lies beyond is clipped. */
  static int grey(double value) {
    return 0x010101 * rounded(255 * Math.max(0, Math.min(1, value)));
  }

  /**
   * Film under a map's colour. The colour's share grows with the square root of the heat: weak
   * cells are seen as weak, but they are seen.
   *
   * @param grey 0 to 1
   * @param heat 0 to 1
   */
  static int heat(double grey, double heat) {
    double film = 255 * Math.max(0, Math.min(1, grey));
    double share = STRONGEST * Math.sqrt(heat);
    int colour = HeatColours.of(heat);
    return mixed(film, colour >> 16, share) << 16
        | mixed(film, colour >> 8, share) << 8
        | mixed(film, colour, share);
  }

  private static int mixed(double film, int colour, double share) {
    return rounded((1 - share) * film + share * (colour & 0xff));
  }

  /** Of a value that is not negative; the platform's rounding costs more than the mixing. */
  private static int rounded(double value) {
    return (int) (value + 0.5);
  }
}
