package org.strnet.explanation;

import java.awt.image.BufferedImage;

/** A heat-map to lay over its square of film: nothing of the film, transparent where it is cold. */
public final class HeatOverlay {

  private static final int OPAQUE = 255;

  private HeatOverlay() {}

  /**
   * Draws the map as it lies on the film; a mirrored crop is mirrored back.
   *
   * @param knee the map and its square
   * @param size side of the picture in pixels
   * @return colours with an opacity that rises with the heat
   */
  public static BufferedImage of(ExplainedKnee knee, int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double across = (x + 0.5) / size;
        float heat = knee.map().at(knee.crop().mirrored() ? 1 - across : across, (y + 0.5) / size);
        image.setRGB(x, y, (int) (OPAQUE * heat + 0.5f) << 24 | HeatColours.of(heat));
      }
    }
    return image;
  }
}
