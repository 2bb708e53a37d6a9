package org.strnet.dicom.deidentification;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that stand for identifiers: equal for equal identifiers and key, and of no use to who does
 * not have the key (HMAC-SHA-256). A plain hash would not do, since patient numbers can be tried
 * one by one.
 */
public final class Pseudonyms {

  /** Shortest key, in bytes. */
  public static final int LEAST_KEY = 16;

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  /**
   * @param key the site's secret, at least {@value #LEAST_KEY} bytes; copied
   */
  public Pseudonyms(byte[] key) {
    if (key.length < LEAST_KEY) {
      throw new IllegalArgumentException(
          "a key has at least %d bytes, found %d".formatted(LEAST_KEY, key.length));
    }
    this.key = key.clone();
  }

  /** A patient's name in a cohort: a letter and 16 digits. */
  public String patient(String identifier) {
    return "p" + HexFormat.of().formatHex(digest("patient", identifier), 0, 8);
  }

  /** A film's name in a table: 32 hexadecimal digits. */
  public String film(String identifier) {
    return HexFormat.of().formatHex(digest("film", identifier), 0, 16);
  }

  /** A UID in place of another one: 2.25 and a number of 128 bits (PS3.5 B.2). */
  public String uid(String uid) {
    byte[] digest = Arrays.copyOf(digest("uid", uid), 16);
    return "2.25." + new BigInteger(1, digest);
  }

  private byte[] digest(String kind, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal((kind + '\n' + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
