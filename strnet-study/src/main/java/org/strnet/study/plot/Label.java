package org.strnet.study.plot;

import java.util.List;
import org.strnet.study.markup.Element;

/**
 * Letters in a drawing.
 *
 * @param text one {@code tspan} after the other
 * @param at where the base line starts, in units of the drawing
 * @param anchor which part of the text stands there
 * @param size of the letters
 * @param ink their colour
 * @param look how they stand
 */
public record Label(List<Element> text, Point at, Anchor anchor, double size, Ink ink, Look look) {

  /** Size of the letters that most labels have. */
  public static final double SIZE = 12;

  /** Size of the letters of ticks and notes. */
  public static final double SMALL = 11;

  /** Which part of a text stands at its point. */
  public enum Anchor {
    /** The text runs to the right. */
    START("start"),
    /** The text is centred. */
    MIDDLE("middle"),
    /** The text ends here. */
    END("end");

    private final String code;

    Anchor(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** How letters stand. */
  public enum Look {
    /** As usual. */
    PLAIN,
    /** Heavy. */
    BOLD,
    /** From bottom to top. */
    UPWARDS
  }

  /** Copies the text. */
  public Label {
    text = List.copyOf(text);
  }

  /** A text in letters of the usual size and colour. */
  public static Label of(String text, Point at, Anchor anchor) {
    return new Label(List.of(Element.of("tspan", text)), at, anchor, SIZE, Ink.TEXT, Look.PLAIN);
  }

  /** The same in other letters. */
  public Label in(double otherSize, Ink otherInk) {
    return new Label(text, at, anchor, otherSize, otherInk, look);
  }

  /** The same, standing otherwise. */
  public Label as(Look other) {
    return new Label(text, at, anchor, size, ink, other);
  }
}
