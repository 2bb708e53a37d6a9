package org.strnet.phantom;

import org.strnet.phantom.PhantomPatient.BodySide;

/**
 * The burned-in letter of the examined side.
 *
 * @param letter R or L
 * @param left column of its left edge
 * @param top row of its top edge
 * @param dot side of one of its 5 x 7 dots in pixels; 0 for no letter
 * @param boxed white on a grey box, else white on the film
 */
record SideMarker(char letter, int left, int top, int dot, boolean boxed) {

  private static final int[] R = {0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001};
  private static final int[] L = {0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111};

  static SideMarker draw(BodySide side, int[] size, double pixelMm, Draws draws) {
    double heightMm = draws.between(8, 13);
    boolean shown = draws.uniform().nextDouble() < 0.75;
    int dot = shown ? Math.max(1, (int) Math.round(heightMm / 7 / pixelMm)) : 0;
    boolean onTheLeft = draws.uniform().nextBoolean();
    int inset = (int) (size[0] * draws.between(0.03, 0.08));
    int left = onTheLeft ? inset : size[0] - inset - 7 * dot;
    int top = (int) (size[1] * draws.between(0.11, 0.2));
    boolean boxed = draws.uniform().nextBoolean();
    return new SideMarker(side == BodySide.RIGHT ? 'R' : 'L', left, top, dot, boxed);
  }

  /** Writes it into samples of the given width. */
  void burn(short[] samples, int width, int height, int white) {
    if (dot == 0) {
      return;
    }
    int margin = boxed ? dot : 0;
    int[] glyph = letter == 'R' ? R : L;
    for (int y = top - margin; y < top + 7 * dot + margin; y++) {
      for (int x = left - margin; x < left + 5 * dot + margin; x++) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
          int column = Math.floorDiv(x - left, dot);
          int row = Math.floorDiv(y - top, dot);
          boolean ink =
              column >= 0
                  && column < 5
                  && row >= 0
                  && row < 7
                  && (glyph[row] >> (4 - column) & 1) == 1;
          if (ink) {
            samples[y * width + x] = (short) white;
          } else if (boxed) {
            samples[y * width + x] = (short) (white * 2 / 5);
          }
        }
      }
    }
  }
}
