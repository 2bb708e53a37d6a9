package org.strnet.study.markup;

/** Text from anywhere, such as a cohort's columns and file names, made safe for XML and HTML. */
final class SafeText {

  private static final int REPLACEMENT = 0xfffd;

  private SafeText() {}

  /** Escapes markup and replaces what XML 1.0 cannot hold (section 2.2). */
  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    switch (point) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> safe.appendCodePoint(isAllowed(point) ? point : REPLACEMENT);
    }
  }

  private static boolean isAllowed(int point) {
    boolean surrogate = point >= 0xd800 && point <= 0xdfff;
    boolean control = (point < 0x20 && point != '\n' && point != '\t') || point == 0x7f;
    return !surrogate && !control && point != 0xfffe && point != 0xffff;
  }
}
