package org.strnet.dicom.gate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Words and phrases that are looked for in a header's free text: whole, without regard to case and
 * to what stands between them.
 *
 * @param phrases each of at least one letter
 */
public record Words(@JsonValue List<String> phrases) {

  /** Copies the list and brings the phrases to one form. */
  @JsonCreator
  public Words {
    phrases = phrases.stream().map(Words::plain).toList();
    if (phrases.contains("")) {
      throw new IllegalArgumentException("a word has at least one letter, found an empty one");
    }
  }

  /** Whether the text is one of the phrases. */
  boolean are(String text) {
    return phrases.contains(plain(text));
  }

  /** Whether one of the phrases stands in the text. */
  boolean standIn(String text) {
    String plain = " " + plain(text) + " ";
    return phrases.stream().anyMatch(phrase -> plain.contains(" " + phrase + " "));
  }

  /** Capitals, and one space for whatever is no letter or digit. */
  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
