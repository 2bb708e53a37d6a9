package org.strnet.audit.duplicate;

import java.util.Locale;
import java.util.Objects;

/**
 * Two films that are one.
 *
 * @param first index of a film
 * @param second index of another, above the first
 * @param sameness in which way
 * @param relation how the second shows the first, for a reader: {@code mirrored}
 * @param correlation of aligned textures, 1 where files or pixels are the same
 */
public record DuplicatePair(
    int first, int second, Sameness sameness, String relation, double correlation) {

  /** In which way two films are one. */
  public enum Sameness {
    /** The files are the same, byte by byte. */
    FILE,
    /** The files differ, the decoded films do not. */
    PIXELS,
    /** The same exposure, stored differently. */
    EXPOSURE;

    /** As written in {@code audit.json}; stable. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks the order. */
  public DuplicatePair {
    Objects.requireNonNull(sameness);
    Objects.requireNonNull(relation);
    if (first < 0 || first >= second || !(correlation > 0 && correlation <= 1)) {
      throw new IllegalArgumentException(
          "two films in order and a correlation in (0, 1], found %d, %d, %s"
              .formatted(first, second, correlation));
    }
  }

  /** For a reader. */
  public String text() {
    return switch (sameness) {
      case FILE -> "the same file";
      case PIXELS -> "the same pixels in another file";
      case EXPOSURE ->
          String.format(
              Locale.ROOT, "the same exposure, %s, correlation %.2f", relation, correlation);
    };
  }
}
