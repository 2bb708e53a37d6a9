package org.strnet.dicom.result.series;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.strnet.provenance.Sha256;

/**
 * UIDs derived from names: {@code 2.25.} and a UUID as a decimal number (PS3.5, B.2). The UUID is
 * of version 8 (RFC 9562, 5.8), its bits the first of a SHA-256 over the names.
 */
public final class DerivedUid {

  private static final int BYTES = 16;

  private DerivedUid() {}

  /** The UID of some names; the same names, in the same order, give the same UID. */
  public static String of(String... names) {
    String joined = String.join("\0", names);
    byte[] hash =
        HexFormat.of().parseHex(Sha256.of(joined.getBytes(StandardCharsets.UTF_8)), 0, 2 * BYTES);
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x80);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    return "2.25." + new BigInteger(1, hash);
  }
}
