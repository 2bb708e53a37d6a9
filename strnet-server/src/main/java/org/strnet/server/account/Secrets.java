package org.strnet.server.account;

import java.security.SecureRandom;
import java.util.Base64;

/** Random text that nobody guesses. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PASSWORD_BYTES = 12;
  private static final int TOKEN_BYTES = 32;

  private Secrets() {}

  /** A one-time password: 96 bits, 16 characters. */
  static String oneTimePassword() {
    return text(PASSWORD_BYTES);
  }

  /** A token: 256 bits, 43 characters. */
  static String token() {
    return text(TOKEN_BYTES);
  }

  private static String text(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
