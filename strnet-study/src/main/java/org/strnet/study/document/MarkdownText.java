package org.strnet.study.document;

/** Text made safe for Markdown. */
public final class MarkdownText {

  private MarkdownText() {}

  /**
   * Text in a paragraph, a list or a table of Markdown: one line, whose marks are letters and not
   * markup. Tags are escaped too, because Markdown lets HTML through.
   */
  public static String line(String text) {
    return text.strip()
        .replaceAll("\\s*\\R\\s*", " ")
        .replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /**
   * Text as a fenced block of Markdown, its lines as they are; the fence is longer than any run of
   * backticks inside.
   */
  public static String fenced(String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + "\n" + text.strip() + "\n" + fence + "\n";
  }
}
