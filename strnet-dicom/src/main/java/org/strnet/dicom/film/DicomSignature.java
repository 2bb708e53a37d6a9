package org.strnet.dicom.film;

import java.nio.charset.StandardCharsets;

/** Whether a file is a DICOM object, asked of its first bytes. */
public final class DicomSignature {

  /** How many of a file's first bytes are asked. */
  public static final int HEAD = 132;

  private static final int PREAMBLE = 128;

  private DicomSignature() {}

  /**
   * Whether the bytes are those of a file after PS3.10 (128 bytes, then DICM), or of a bare data
   * set that begins with file meta information or with group 0008, as old archives keep them.
   *
   * @param head the first {@value #HEAD} bytes, or all of a shorter file
   */
  public static boolean matches(byte[] head) {
    return hasPrefix(head) || isBareDataSet(head);
  }

  private static boolean hasPrefix(byte[] head) {
    return head.length >= HEAD
        && new String(head, PREAMBLE, 4, StandardCharsets.US_ASCII).equals("DICM");
  }

  /** Group 0002 or 0008, a low element, and a length or a value representation that fits. */
  private static boolean isBareDataSet(byte[] head) {
    if (head.length < 12 || head[1] != 0 || (head[0] != 2 && head[0] != 8)) {
      return false;
    }
    int element = (head[2] & 0xff) | (head[3] & 0xff) << 8;
    boolean explicit = isCapital(head[4]) && isCapital(head[5]);
    boolean implicit = head[6] == 0 && head[7] == 0;
    return element <= 0x0018 && (explicit || implicit);
  }

  private static boolean isCapital(byte letter) {
    return letter >= 'A' && letter <= 'Z';
  }
}
