package org.strnet.dicom.result.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.strnet.dicom.result.page.Box;
import org.strnet.dicom.result.page.Canvas;
import org.strnet.dicom.result.page.Face;

/** A canvas of PDF pages, in points; one page at a time. */
final class PdfCanvas implements Canvas, AutoCloseable {

  /** Control point of a quarter circle as a share of its radius. */
  private static final double QUARTER = 0.5523;

  private final PDDocument document;
  private final Map<Face, PDFont> fonts = new HashMap<>();
  private final float height = PDRectangle.A4.getHeight();
  private PDPageContentStream page;

  PdfCanvas(PDDocument document) throws IOException {
    this.document = document;
    for (Face face : Face.ALL) {
      try (var in = face.open()) {
        fonts.put(face, PDType0Font.load(document, in, true));
      }
    }
    page = begin();
  }

  private PDPageContentStream begin() throws IOException {
    PDPage sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    return new PDPageContentStream(document, sheet);
  }

  /** Goes on with another page. */
  void turn() throws IOException {
    page.close();
    page = begin();
  }

  @Override
  public void close() throws IOException {
    page.close();
  }

  @Override
  public void fill(Box box, int colour) {
    draw(
        () -> {
          page.setNonStrokingColor(part(colour, 16), part(colour, 8), part(colour, 0));
          page.addRect(
              (float) box.x(),
              (float) (height - box.bottom()),
              (float) box.width(),
              (float) box.height());
          page.fill();
        });
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, double width, int colour) {
    draw(
        () -> {
          page.setStrokingColor(part(colour, 16), part(colour, 8), part(colour, 0));
          page.setLineWidth((float) width);
          page.moveTo((float) x1, (float) (height - y1));
          page.lineTo((float) x2, (float) (height - y2));
          page.stroke();
        });
  }

  @Override
  public void dot(double x, double y, double radius, int colour) {
    float cx = (float) x;
    float cy = (float) (height - y);
    float r = (float) radius;
    float c = (float) (QUARTER * radius);
    draw(
        () -> {
          page.setNonStrokingColor(part(colour, 16), part(colour, 8), part(colour, 0));
          page.moveTo(cx - r, cy);
          page.curveTo(cx - r, cy + c, cx - c, cy + r, cx, cy + r);
          page.curveTo(cx + c, cy + r, cx + r, cy + c, cx + r, cy);
          page.curveTo(cx + r, cy - c, cx + c, cy - r, cx, cy - r);
          page.curveTo(cx - c, cy - r, cx - r, cy - c, cx - r, cy);
          page.fill();
        });
  }

  @Override
  public void text(String text, double x, double baseline, Style style) {
    draw(
        () -> {
          page.beginText();
          page.setFont(fonts.get(style.face()), (float) style.size());
          int colour = style.colour();
          page.setNonStrokingColor(part(colour, 16), part(colour, 8), part(colour, 0));
          page.newLineAtOffset((float) x, (float) (height - baseline));
          page.showText(style.face().showable(text));
          page.endText();
        });
  }

  @Override
  public void picture(BufferedImage picture, Box box) {
    draw(
        () -> {
          PDImageXObject image = LosslessFactory.createFromImage(document, picture);
          page.drawImage(
              image,
              (float) box.x(),
              (float) (height - box.bottom()),
              (float) box.width(),
              (float) box.height());
        });
  }

  private static float part(int colour, int shift) {
    return ((colour >> shift) & 0xff) / 255f;
  }

  /** A drawing that writes to memory, and so does not fail but for a fault of ours. */
  private interface Drawing {
    void run() throws IOException;
  }

  private static void draw(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
