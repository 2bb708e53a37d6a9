package org.strnet.report;

import java.util.Locale;

/** Text made safe for a page. */
final class Html {

  private Html() {}

  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String paragraph(String text) {
    return "<p>" + text(text) + "</p>\n";
  }

  /** A table row of plain texts. */
  static String row(String... cells) {
    StringBuilder html = new StringBuilder("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(text(cell)).append("</td>");
    }
    return html.append("</tr>\n").toString();
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
