package org.strnet.dicom.send;

import java.util.Locale;

/** What the status of a C-STORE, or a failure reason of STOW-RS, means (PS3.4 B.2.3, PS3.7 C). */
enum StoreStatus {
  /** The destination holds the object. */
  STORED,
  /** It may hold it later. */
  LATER,
  /** It refuses the object. */
  REFUSED;

  private static final int DUPLICATE = 0x0111;
  private static final int PROCESSING_FAILURE = 0x0110;
  private static final int NOT_AUTHORISED = 0x0124;
  private static final int RESOURCE_LIMITATION = 0x0213;

  /** The meaning of a status. */
  static StoreStatus of(int status) {
    if (status == 0 || status == DUPLICATE || status >> 12 == 0xb) {
      return STORED;
    }
    boolean later =
        status >> 8 == 0xa7
            || status == PROCESSING_FAILURE
            || status == NOT_AUTHORISED
            || status == RESOURCE_LIMITATION;
    return later ? LATER : REFUSED;
  }

  /** Says nothing where the object is stored. */
  static void require(String who, int status, String comment) throws DeliveryException {
    StoreStatus meaning = of(status);
    if (meaning != STORED) {
      String reason = comment.isEmpty() ? "" : " (" + comment + ")";
      throw new DeliveryException(
          String.format(
              Locale.ROOT, "%s: status 0000 is needed, found %04X%s", who, status, reason),
          meaning == LATER);
    }
  }
}
