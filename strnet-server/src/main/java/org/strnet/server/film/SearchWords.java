package org.strnet.server.film;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that a film is found by. They hold digits and small Latin letters only, so that every
 * database sorts them alike: accents fall away, punctuation too, and a letter of another script
 * stands as {@code z} and four hexadecimal digits.
 */
public final class SearchWords {

  /** Longest word that is kept. */
  public static final int LONGEST = 64;

  private SearchWords() {}

  /** The words of a film's identifier, accession number and name. */
  public static Set<String> of(Film film) {
    return of(film.patientId() + " " + film.accessionNumber() + " " + film.patientName());
  }

  /** The words of a text; carets and commas part the words of a name, as spaces do. */
  public static Set<String> of(String text) {
    Set<String> words = new TreeSet<>();
    for (String part : text.split("[\\s^=,]+", -1)) {
      String word = plain(part);
      if (!word.isEmpty()) {
        words.add(word.substring(0, Math.min(LONGEST, word.length())));
      }
    }
    return words;
  }

  private static String plain(String part) {
    StringBuilder plain = new StringBuilder();
    String letters = Normalizer.normalize(part, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
        plain.append(letter);
      } else if (Character.isLetterOrDigit(letter)) {
        plain.append(String.format(Locale.ROOT, "z%04x", (int) letter));
      }
    }
    return plain.toString();
  }

  /** Greater than, or equal to, every word that begins so. */
  public static String lastOf(String beginning) {
    return beginning + "z".repeat(LONGEST - Math.min(LONGEST, beginning.length()));
  }
}
