package org.strnet.audit.finding;

import java.util.Locale;

/** What an audit looks for; the codes are stable, other programs read them. */
public enum Check {
  /** A film cannot be read. */
  UNREADABLE_FILM,
  /** Files or decoded films are the same. */
  EXACT_DUPLICATES,
  /** Films show the same exposure, changed in size, turn, mirror side, border or compression. */
  PERCEPTUAL_DUPLICATES,
  /** File names that differ by the word for an augmentation or a copy. */
  AUGMENTED_NAMES,
  /** One patient, or one film, on two sides of a split or in two folds. */
  SPLIT_LEAK,
  /** One film under two labels. */
  FILM_UNDER_TWO_LABELS,
  /** Two columns give classes, and they differ. */
  LABEL_COLUMNS_DISAGREE,
  /** A cell holds several values. */
  SEVERAL_VALUES,
  /** Values of a row that contradict each other, e.g. label and T-score. */
  CONTRADICTION,
  /** A clinical value no patient has. */
  IMPOSSIBLE_VALUE,
  /** A clinical value few patients have. */
  UNLIKELY_VALUE,
  /** Whether a value is written at all tells the label. */
  MISSING_BY_CLASS,
  /** Size, format, borders and markers alone tell the label. */
  FRAMING_SHORTCUT,
  /** The film without its knee tells the label. */
  MASKED_FILM_SHORTCUT,
  /** A column that names a source tells the label. */
  SOURCE_CONFOUNDING,
  /** What the clinical variables tell: a film must beat it. */
  CLINICAL_BASELINE,
  /** Part of the audit could not be done. */
  NOT_CHECKED;

  /** As written in {@code audit.json}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
