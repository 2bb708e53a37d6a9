package org.strnet.explanation;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Letters drawn from a small table of dots: a server may have no fonts, and the same film should
 * give the same picture everywhere. Knows small letters, digits and {@code , . : - + % ( )}.
 */
final class Lettering {

  /** Rows of a letter, the last two below the line. */
  static final int ROWS = 9;

  private static final int SPACE = 3;
  private static final Map<Character, List<String>> LETTERS = read();

  private Lettering() {}

  /** Width of a line in pixels. */
  static int width(String text, int scale) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      dots += dots(text.charAt(i)) + 1;
    }
    return dots * scale;
  }

  /** Draws a line of text with its upper left corner at a point. */
  static void draw(BufferedImage image, String text, int left, int top, int scale, int rgb) {
    int x = left;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter != ' ') {
        drawLetter(image, rows(letter), x, top, scale, rgb);
      }
      x += (dots(letter) + 1) * scale;
    }
  }

  private static void drawLetter(
      BufferedImage image, List<String> rows, int left, int top, int scale, int rgb) {
    for (int row = 0; row < ROWS; row++) {
      String dots = rows.get(row);
      for (int column = 0; column < dots.length(); column++) {
        if (dots.charAt(column) == '#') {
          fill(image, left + column * scale, top + row * scale, scale, rgb);
        }
      }
    }
  }

  private static void fill(BufferedImage image, int left, int top, int side, int rgb) {
    for (int y = top; y < top + side; y++) {
      for (int x = left; x < left + side; x++) {
        image.setRGB(x, y, rgb);
      }
    }
  }

  private static int dots(char letter) {
    return letter == ' ' ? SPACE : rows(letter).get(0).length();
  }

  private static List<String> rows(char letter) {
    List<String> rows = LETTERS.get(letter);
    if (rows == null) {
      throw new IllegalArgumentException("no dots are known for the letter '" + letter + "'");
    }
    return rows;
  }

  private static Map<Character, List<String>> read() {
    Map<Character, List<String>> letters = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(Lettering.class.getResourceAsStream("lettering.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String name = reader.readLine(); name != null; name = reader.readLine()) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
          rows.add(Objects.requireNonNull(reader.readLine()));
        }
        letters.put(name.charAt(0), rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return letters;
  }
}
