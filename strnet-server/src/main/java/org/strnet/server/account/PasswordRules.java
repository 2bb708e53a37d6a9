package org.strnet.server.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are taken (OWASP ASVS 2.1): length, none of the common ones, not the name. No
 * kind of character is asked for, and none is forbidden.
 */
public final class PasswordRules {

  /** Fewest characters, counted as Unicode code points. */
  public static final int SHORTEST = 12;

  /** Most characters: hashing more would only cost time. */
  public static final int LONGEST = 128;

  private static final String LIST = "common-passwords.txt";
  private static final Set<String> COMMON = read();

  private PasswordRules() {}

  /**
   * What is wrong with a password.
   *
   * @param name the account's
   * @return a sentence for the person; empty when it is taken
   */
  public static Optional<String> fault(String password, String name) {
    int length = password.codePointCount(0, password.length());
    String plain = password.strip().toLowerCase(Locale.ROOT);
    if (length < SHORTEST) {
      return Optional.of("A password has at least " + SHORTEST + " characters.");
    }
    if (length > LONGEST) {
      return Optional.of("A password has at most " + LONGEST + " characters.");
    }
    if (name.length() > 2 && plain.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of("The password holds the account's name.");
    }
    if (plain.codePoints().distinct().count() < 4 || COMMON.contains(plain)) {
      return Optional.of("This password is one of those that are tried first.");
    }
    return Optional.empty();
  }

  private static Set<String> read() {
    try (InputStream stream =
            Objects.requireNonNull(PasswordRules.class.getResourceAsStream(LIST), LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
