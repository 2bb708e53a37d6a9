package org.strnet.dicom.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.OptionalInt;

/** What a store response means (PS3.18, 10.5.3 and I.2). */
final class StowAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FAILED = "00081198";
  private static final String REASON = "00081197";
  private static final int CONFLICT = 409;

  private StowAnswer() {}

  /** Says nothing where the one object that was sent is stored. */
  static void require(String who, int status, byte[] body) throws DeliveryException {
    OptionalInt reason = failureReason(body);
    if (reason.isPresent() && (status / 100 == 2 || status == CONFLICT)) {
      StoreStatus.require(who, reason.getAsInt(), "HTTP " + status);
      return;
    }
    if (status / 100 != 2) {
      throw new DeliveryException(
          "%s: HTTP 200 is needed, found %d".formatted(who, status), isWorthAnotherTry(status));
    }
  }

  /**
   * A fault of the service, or of its address and keys, which a site can mend; not one of the
   * object itself.
   */
  private static boolean isWorthAnotherTry(int status) {
    return switch (status) {
      case 400, 406, 409, 410, 411, 413, 415, 422 -> false;
      default -> true;
    };
  }

  /** The first failure reason; empty where none is told or the answer is not JSON. */
  private static OptionalInt failureReason(byte[] body) {
    try {
      JsonNode answer = JSON.readTree(body);
      JsonNode dataset = answer.isArray() ? answer.path(0) : answer;
      JsonNode failed = dataset.path(FAILED).path("Value").path(0);
      JsonNode reason = failed.path(REASON).path("Value").path(0);
      if (failed.isMissingNode()) {
        return OptionalInt.empty();
      }
      return OptionalInt.of(reason.asInt(0x0110));
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }
}
