package org.strnet.dicom.result.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Text broken into lines.
 *
 * @param lines none wider than the column, but for a single word that is
 * @param style how it looks
 */
public record Paragraph(List<String> lines, Canvas.Style style) {

  private static final double ASCENT = 0.92;

  /** Copies the lines. */
  public Paragraph {
    lines = List.copyOf(lines);
  }

  /** Breaks a text between words. */
  public static Paragraph of(String text, Canvas.Style style, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : typeset(text).split("\\s+", -1)) {
      for (String part : parts(word, style, width)) {
        String longer = line.isEmpty() ? part : line + " " + part;
        if (!line.isEmpty() && style.width(longer) > width) {
          lines.add(line.toString());
          line.setLength(0);
          line.append(part);
        } else {
          line.setLength(0);
          line.append(longer);
        }
      }
    }
    lines.add(line.toString());
    return new Paragraph(lines, style);
  }

  /** A minus sign where a number is below 0. */
  private static String typeset(String text) {
    return text.strip().replaceAll("(?<=^|[\\s(])-(?=\\d)", "\u2212");
  }

  /** A word that is wider than the column, such as a hash, is cut. */
  private static List<String> parts(String word, Canvas.Style style, double width) {
    List<String> parts = new ArrayList<>();
    String rest = word;
    while (rest.length() > 1 && style.width(rest) > width) {
      int fit = rest.length() - 1;
      while (fit > 1 && style.width(rest.substring(0, fit)) > width) {
        fit--;
      }
      parts.add(rest.substring(0, fit));
      rest = rest.substring(fit);
    }
    parts.add(rest);
    return parts;
  }

  /** Height of all lines. */
  public double height() {
    return lines.size() * style.leading();
  }

  /** At most so many lines; the last then ends in an ellipsis. */
  public Paragraph atMost(int count) {
    if (lines.size() <= count) {
      return this;
    }
    List<String> fewer = new ArrayList<>(lines.subList(0, count));
    fewer.set(count - 1, fewer.get(count - 1) + " ...");
    return new Paragraph(fewer, style);
  }

  /**
   * Draws it below a height.
   *
   * @return the height below it
   */
  public double draw(Canvas canvas, double x, double y) {
    double at = y;
    for (String line : lines) {
      canvas.text(
          line, x, at + ASCENT * style.size() + (style.leading() - style.size()) / 2, style);
      at += style.leading();
    }
    return at;
  }
}
