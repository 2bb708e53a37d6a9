package org.strnet.dicom.result.page;

import java.awt.image.BufferedImage;

/** What a page is drawn on; lengths in its own unit, y downwards, colours 0xRRGGBB. */
public interface Canvas {

  /** Fills a rectangle. */
  void fill(Box box, int colour);

  /** Draws a line. */
  void line(double x1, double y1, double x2, double y2, double width, int colour);

  /** Fills a circle. */
  void dot(double x, double y, double radius, int colour);

  /** Writes a line of text from the left end of its base line. */
  void text(String text, double x, double baseline, Style style);

  /** Draws a picture into a rectangle. */
  void picture(BufferedImage picture, Box box);

  /**
   * How text looks.
   *
   * @param face the face
   * @param size of an em
   * @param colour of the letters
   */
  record Style(Face face, double size, int colour) {

    /** Width of a line. */
    public double width(String text) {
      return face.width(text, size);
    }

    /** Distance of base lines. */
    public double leading() {
      return 1.36 * size;
    }

    /** The same in another colour. */
    public Style coloured(int other) {
      return new Style(face, size, other);
    }
  }
}
