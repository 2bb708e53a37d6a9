package org.strnet.study.card;

import java.util.List;
import org.strnet.report.Wording;
import org.strnet.study.card.CardSection.Statement;
import org.strnet.study.document.MarkdownText;

/** A card as Markdown, {@code MODEL_CARD.md}. */
public final class CardMarkdown {

  private CardMarkdown() {}

  /** The whole document. */
  public static String of(AppliedModelCard card) {
    StringBuilder text = new StringBuilder();
    text.append("# Model card: ").append(MarkdownText.line(card.identity().name())).append("\n\n");
    text.append("**").append(Wording.RESEARCH_USE).append("**\n\n");
    text.append(MarkdownText.line(card.identity().summary())).append("\n");
    for (CardSection section : CardOutline.of(card)) {
      text.append("\n## ").append(section.title()).append("\n\n");
      section.statements().forEach(statement -> append(text, statement));
      append(text, section.figures());
    }
    text.append("\nConfiguration it was trained with:\n\n");
    text.append(MarkdownText.fenced(card.provenance().configuration()));
    return text.toString();
  }

  private static void append(StringBuilder text, Statement statement) {
    text.append("- **").append(statement.label()).append(":** ");
    List<String> lines = statement.lines();
    if (lines.isEmpty()) {
      text.append('*').append(CardSection.UNKNOWN).append("*\n");
    } else if (lines.size() == 1) {
      text.append(MarkdownText.line(lines.get(0))).append('\n');
    } else {
      text.append('\n');
      lines.forEach(line -> text.append("  - ").append(MarkdownText.line(line)).append('\n'));
    }
  }

  private static void append(StringBuilder text, List<CardFigure> figures) {
    if (figures.isEmpty()) {
      return;
    }
    text.append("\n| figure | value | 95 % interval | n | how |\n|---|---|---|---|---|\n");
    for (CardFigure figure : figures) {
      text.append(
          "| %s | %s | %s | %d | %s |\n"
              .formatted(
                  MarkdownText.line(figure.label()),
                  figure.valueText(),
                  figure.intervalText(),
                  figure.n(),
                  MarkdownText.line(figure.method())));
    }
  }
}
