package org.strnet.dicom.result.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A canvas of pixels. Letters are filled outlines: no font of the machine is used. */
final class PixelCanvas implements Canvas {

  private final BufferedImage image;
  private final Graphics2D graphics;

  PixelCanvas(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  /** What was drawn; nothing more can be drawn then. */
  BufferedImage finish() {
    graphics.dispose();
    return image;
  }

  @Override
  public void fill(Box box, int colour) {
    graphics.setColor(new Color(colour));
    graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double width, int colour) {
    graphics.setColor(new Color(colour));
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void dot(double x, double y, double radius, int colour) {
    graphics.setColor(new Color(colour));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void text(String text, double x, double baseline, Style style) {
    graphics.setColor(new Color(style.colour()));
    graphics.fill(style.face().outline(text, x, baseline, style.size()));
  }

  @Override
  public void picture(BufferedImage picture, Box box) {
    graphics.drawImage(
        picture,
        (int) Math.round(box.x()),
        (int) Math.round(box.y()),
        (int) Math.round(box.width()),
        (int) Math.round(box.height()),
        null);
  }
}
