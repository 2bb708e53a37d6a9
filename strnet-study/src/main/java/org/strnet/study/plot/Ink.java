package org.strnet.study.plot;

import java.util.Locale;

/** Colours by what they are for, on white paper and on a dark screen (Okabe and Ito 2008). */
public enum Ink {
  /** Letters. */
  TEXT("#1a1a1a", "#ececec"),
  /** Letters of less weight. */
  MUTED("#5c5c5c", "#a8a8a8"),
  /** Axes. */
  FRAME("#4d4d4d", "#9a9a9a"),
  /** Lines to read values by. */
  GRID("#e3e3e3", "#383838"),
  /** The ground. */
  PAPER("#ffffff", "#1b1c1e"),
  /** Boxes. */
  BOX("#f4f6f8", "#26282b"),
  /** What there would be without skill. */
  REFERENCE("#7a7a7a", "#8f8f8f"),
  /** The first series. */
  BLUE("#0072b2", "#56b4e9"),
  /** The second series. */
  VERMILION("#d55e00", "#ff8c42"),
  /** The third series. */
  GREEN("#007d5c", "#2fc79a"),
  /** The fourth series. */
  PURPLE("#a8558a", "#dd9cc4");

  private final String onPaper;
  private final String onDark;

  Ink(String onPaper, String onDark) {
    this.onPaper = onPaper;
    this.onDark = onDark;
  }

  /** Colour on white paper, as {@code #rrggbb}. */
  public String onPaper() {
    return onPaper;
  }

  /** Name of the class that fills with it. */
  String fillClass() {
    return "f-" + code();
  }

  /** Name of the class that draws lines with it. */
  String strokeClass() {
    return "k-" + code();
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rules that turn figures for a dark screen. */
  public static String darkRules() {
    StringBuilder css = new StringBuilder();
    for (Ink ink : values()) {
      css.append(".%s { fill: %s; }\n".formatted(ink.fillClass(), ink.onDark));
      css.append(".%s { stroke: %s; }\n".formatted(ink.strokeClass(), ink.onDark));
    }
    return css.toString();
  }
}
