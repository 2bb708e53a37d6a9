package org.strnet.explanation;

import java.awt.image.BufferedImage;

/** The strip that says which colour is which: from no contribution to the strongest cell. */
final class Legend {

  private static final double MIDDLE_GREY = 0.5;

  private Legend() {}

  /** Draws the strip over middle grey, as the colours look on bone. */
  static void draw(BufferedImage image, int left, int top, int width, int height) {
    for (int x = 0; x < width; x++) {
      int rgb = Blend.heat(MIDDLE_GREY, x / (width - 1.0));
      for (int y = 0; y < height; y++) {
        image.setRGB(left + x, top + y, rgb);
      }
    }
  }
}
