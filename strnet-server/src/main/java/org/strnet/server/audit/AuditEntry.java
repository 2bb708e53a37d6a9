package org.strnet.server.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.strnet.provenance.Sha256;

/**
 * One thing that was done.
 *
 * @param number from 1, without gaps
 * @param madeAt when, to the millisecond
 * @param actor the account's name, or {@code system}
 * @param action code of what was done
 * @param subject identifier of what it was done to; never a patient's name
 * @param detail what else is to be known; never a password or a token
 * @param previousHash of the entry before; of the first, 64 zeros
 */
public record AuditEntry(
    long number,
    Instant madeAt,
    String actor,
    String action,
    String subject,
    String detail,
    String previousHash) {

  /** What the first entry names as the hash before it. */
  public static final String NONE_BEFORE = "0".repeat(64);

  /** Checks that all are there. */
  public AuditEntry {
    Objects.requireNonNull(madeAt);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(action);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(previousHash);
  }

  /** SHA-256 of all fields, each preceded by its length so that no two entries read alike. */
  public String hash() {
    StringBuilder text = new StringBuilder();
    for (String field :
        List.of(
            Long.toString(number),
            Long.toString(madeAt.toEpochMilli()),
            actor,
            action,
            subject,
            detail,
            previousHash)) {
      text.append(field.length()).append(':').append(field);
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
