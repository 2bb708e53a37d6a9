package org.strnet.audit.duplicate;

import org.strnet.audit.film.GreyPicture;

/** The eight ways in which quarter turns and mirrors lay a picture. */
enum Orientation {
  AS_IT_IS(false, false, false, "as it is"),
  MIRRORED(false, true, false, "mirrored"),
  UPSIDE_DOWN_MIRRORED(false, false, true, "flipped top to bottom"),
  TURNED_180(false, true, true, "turned by 180 degrees"),
  TRANSPOSED(true, false, false, "mirrored and turned by 90 degrees"),
  TURNED_LEFT(true, true, false, "turned by 90 degrees"),
  TURNED_RIGHT(true, false, true, "turned by 90 degrees"),
  TRANSPOSED_180(true, true, true, "mirrored and turned by 90 degrees");

  private final boolean transposed;
  private final boolean flipX;
  private final boolean flipY;
  private final String words;

  Orientation(boolean transposed, boolean flipX, boolean flipY, String words) {
    this.transposed = transposed;
    this.flipX = flipX;
    this.flipY = flipY;
    this.words = words;
  }

  /** For a reader. */
  String words() {
    return words;
  }

  /** The picture laid this way. */
  GreyPicture of(GreyPicture picture) {
    int width = transposed ? picture.height() : picture.width();
    int height = transposed ? picture.width() : picture.height();
    return GreyPicture.of(width, height, of(picture.values(), picture.width(), picture.height()));
  }

  /** A grid of values, row by row, laid this way. */
  float[] of(float[] values, int width, int height) {
    int newWidth = transposed ? height : width;
    float[] laid = new float[values.length];
    for (int i = 0; i < laid.length; i++) {
      int x = transposed ? i / newWidth : i % newWidth;
      int y = transposed ? i % newWidth : i / newWidth;
      laid[i] = values[(flipY ? height - 1 - y : y) * width + (flipX ? width - 1 - x : x)];
    }
    return laid;
  }
}
