package org.strnet.explanation;

import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * A heat-map for a reader: the crop as the network saw it on the left, the same under the map's
 * colours on the right, the legend below. The plain crop stands beside it because colours hide
 * bone.
 */
public final class HeatMapPicture {

  /** Stands on every picture. */
  static final String NOTICE = "explanation, not a diagnosis - research use only";

  private static final int PANEL = 448;
  private static final int MARGIN = 16;
  private static final int LETTER_SCALE = 2;
  private static final int LINE = (Lettering.ROWS + 4) * LETTER_SCALE;
  private static final int STRIP = 16;
  private static final int INK = 0xe8e8e8;

  private HeatMapPicture() {}

  /**
   * Draws a picture of fixed size.
   *
   * @param crop {@code size * size} values in [-1, 1], row by row, as the network took them
   * @param size side of the crop
   * @param map the crop's heat-map
   */
  public static BufferedImage of(float[] crop, int size, HeatMap map) {
    if (size < 1 || crop.length != size * size) {
      throw new IllegalArgumentException(
          "a crop of side %d has as many pixels squared, found %d".formatted(size, crop.length));
    }
    int width = 2 * PANEL + 3 * MARGIN;
    int height = MARGIN + PANEL + MARGIN + STRIP + 2 * LINE + MARGIN;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    drawPanels(image, new Grid(crop, size, size), map);
    int top = PANEL + 2 * MARGIN;
    Legend.draw(image, 2 * MARGIN + PANEL, top, PANEL, STRIP);
    Lettering.draw(image, "as the network saw it", MARGIN, top, LETTER_SCALE, INK);
    int textTop = top + STRIP + LINE - Lettering.ROWS * LETTER_SCALE;
    Lettering.draw(image, range(map), 2 * MARGIN + PANEL, textTop, LETTER_SCALE, INK);
    Lettering.draw(image, NOTICE, MARGIN, textTop + LINE, LETTER_SCALE, INK);
    return image;
  }

  /** What the strip runs from and to. */
  private static String range(HeatMap map) {
    return map.maximum() > 0
        ? String.format(Locale.ROOT, "from 0 to %+.3f on the bone loss logit", map.maximum())
        : "no part speaks for bone loss";
  }

  private static void drawPanels(BufferedImage image, Grid crop, HeatMap map) {
    int[] plain = new int[PANEL];
    int[] coloured = new int[PANEL];
    for (int y = 0; y < PANEL; y++) {
      double down = (y + 0.5) / PANEL;
      for (int x = 0; x < PANEL; x++) {
        double across = (x + 0.5) / PANEL;
        double grey = (crop.at(across, down) + 1) / 2;
        plain[x] = Blend.grey(grey);
        coloured[x] = Blend.heat(grey, map.at(across, down));
      }
      image.getRaster().setDataElements(MARGIN, MARGIN + y, PANEL, 1, plain);
      image.getRaster().setDataElements(2 * MARGIN + PANEL, MARGIN + y, PANEL, 1, coloured);
    }
  }
}
