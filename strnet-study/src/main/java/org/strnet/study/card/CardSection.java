package org.strnet.study.card;

import java.util.List;
import java.util.Optional;

/**
 * A part of a card as a reader sees it, whatever it is printed on.
 *
 * @param title heading
 * @param statements what is said, in order
 * @param figures a table below them; may be empty
 */
record CardSection(String title, List<Statement> statements, List<CardFigure> figures) {

  /** What stands where nobody said anything. */
  static final String UNKNOWN = "not stated";

  /**
   * One statement.
   *
   * @param label what about
   * @param lines what; empty when nobody said
   */
  record Statement(String label, List<String> lines) {
    /** Copies the list. */
    Statement {
      lines = List.copyOf(lines);
    }

    static Statement of(String label, String text) {
      return new Statement(label, List.of(text));
    }

    static Statement of(String label, Optional<String> text) {
      return new Statement(label, text.stream().toList());
    }
  }

  /** Copies the lists. */
  CardSection {
    statements = List.copyOf(statements);
    figures = List.copyOf(figures);
  }

  static CardSection of(String title, Statement... statements) {
    return new CardSection(title, List.of(statements), List.of());
  }
}
