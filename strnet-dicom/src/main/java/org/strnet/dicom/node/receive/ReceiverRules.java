package org.strnet.dicom.node.receive;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Who may send, and how.
 *
 * @param aeTitle this node's application entity title, which must be called
 * @param address to listen on, such as {@code 0.0.0.0}
 * @param port to listen on, 0 for any
 * @param callers application entity titles that may call; empty for all
 * @param sopClasses UIDs of accepted SOP classes
 * @param associations at once
 * @param pduLength largest PDU that is announced, bytes
 * @param idle longest silence of a sender
 * @param longestObject time that one object may take
 * @param tls material for TLS; empty for none
 * @param clientCertificates whether senders must show a certificate (TLS only)
 */
public record ReceiverRules(
    String aeTitle,
    String address,
    int port,
    Set<String> callers,
    Set<String> sopClasses,
    int associations,
    int pduLength,
    Duration idle,
    Duration longestObject,
    Optional<SSLContext> tls,
    boolean clientCertificates) {

  /** Copies the sets and checks the ranges. */
  public ReceiverRules {
    callers = Set.copyOf(callers);
    sopClasses = Set.copyOf(sopClasses);
    Objects.requireNonNull(address);
    Objects.requireNonNull(tls);
    if (aeTitle.isBlank() || aeTitle.length() > 16) {
      throw new IllegalArgumentException(
          "an application entity title has 1 to 16 characters, found " + aeTitle);
    }
    if (associations < 1 || pduLength < 4096 || idle.toMillis() < 1 || longestObject.isZero()) {
      throw new IllegalArgumentException("limits of the receiver are positive");
    }
  }
}
