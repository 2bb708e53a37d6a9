package org.strnet.study.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * About how wide text is in Liberation Sans (the widths of Helvetica), to lay out without a font.
 */
public final class TextWidth {

  private static final String NARROW = "ijlI.,:;'|!()[]/ ftr\u00a0-";
  private static final String WIDE = "mwMW%@\u2212\u2265\u2264\u00b1<>=+";

  private TextWidth() {}

  /** Width in units of the drawing of a text of some size. */
  public static double of(String text, double size) {
    return text.codePoints().mapToDouble(TextWidth::ems).sum() * size;
  }

  private static double ems(int point) {
    if (NARROW.indexOf(point) >= 0) {
      return 0.3;
    }
    if (WIDE.indexOf(point) >= 0) {
      return 0.75;
    }
    return Character.isUpperCase(point) ? 0.68 : 0.55;
  }

  /** The text in lines of a width at most; a longer word has its own line. */
  public static List<String> wrapped(String text, double width, double size) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && of(line + " " + word, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The text cut to a width, with an ellipsis where something is missing. */
  public static String cut(String text, double width, double size) {
    if (of(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && of(text.substring(0, end) + "\u2026", size) > width) {
      end--;
    }
    return text.substring(0, end) + "\u2026";
  }
}
