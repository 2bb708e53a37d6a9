package org.strnet.dicom.result.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A face of Liberation Sans, which is part of the program. */
public final class Face {

  /** For text. */
  public static final Face REGULAR = new Face("LiberationSans-Regular.ttf");

  /** For headings and results. */
  public static final Face BOLD = new Face("LiberationSans-Bold.ttf");

  /** Every face. */
  public static final List<Face> ALL = List.of(REGULAR, BOLD);

  private static final int UNKNOWN = '?';

  private final String file;
  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  /** No more than the font has letters. */
  private final Map<Integer, Path2D> shapes = new ConcurrentHashMap<>();

  private Face(String file) {
    this.file = file;
    try (InputStream in = open()) {
      font = new TTFParser(true).parse(new RandomAccessReadBuffer(in));
      glyphs = font.getUnicodeCmapLookup();
      unitsPerEm = font.getUnitsPerEm();
      // Reads the table of widths now, so that threads only look it up.
      font.getAdvanceWidth(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The font file. */
  public InputStream open() {
    InputStream in = Face.class.getResourceAsStream("/liberation/" + file);
    if (in == null) {
      throw new IllegalStateException("Liberation Sans is part of the program");
    }
    return in;
  }

  /** Text with what the font lacks replaced by a question mark. */
  public String showable(String text) {
    StringBuilder showable = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> showable.appendCodePoint(glyphs.getGlyphId(letter) == 0 ? UNKNOWN : letter));
    return showable.toString();
  }

  /** Width of a line at a size (em). */
  public double width(String text, double size) {
    double units = 0;
    for (int letter : showable(text).codePoints().toArray()) {
      units += advance(letter);
    }
    return units * size / unitsPerEm;
  }

  /** Outline of a line that begins at the left end of its base line, y downwards. */
  Path2D outline(String text, double x, double baseline, double size) {
    Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / unitsPerEm;
    double at = x;
    for (int letter : showable(text).codePoints().toArray()) {
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, baseline);
      Path2D shape = shapes.computeIfAbsent(letter, this::shape);
      outline.append(shape.getPathIterator(place), false);
      at += advance(letter) * scale;
    }
    return outline;
  }

  private double advance(int letter) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(letter));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reading glyphs moves a position in the file: one thread at a time. A space has none. */
  private synchronized Path2D shape(int letter) {
    try {
      GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(letter));
      return glyph == null ? new Path2D.Double() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
