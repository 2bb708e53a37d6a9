package org.strnet.dicom.node.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.strnet.dicom.node.receive.ReceiverRules;

/**
 * The C-STORE provider.
 *
 * @param enabled whether it listens
 * @param aeTitle this node's application entity title
 * @param address to listen on
 * @param port to listen on; 0 for any
 * @param allowedCallers application entity titles that may call; empty for all
 * @param associations at once
 * @param pduLength largest PDU announced, bytes
 * @param idleSeconds longest silence
 * @param objectSeconds longest time of one object
 * @param tls TLS
 */
public record ReceiverConfiguration(
    boolean enabled,
    String aeTitle,
    String address,
    int port,
    List<String> allowedCallers,
    int associations,
    int pduLength,
    int idleSeconds,
    int objectSeconds,
    TlsConfiguration tls) {

  /** Checks the ranges. */
  public ReceiverConfiguration {
    allowedCallers = List.copyOf(allowedCallers);
    Objects.requireNonNull(tls);
    Checks.name("receiver.aeTitle", aeTitle, 16);
    Checks.name("receiver.address", address, 255);
    allowedCallers.forEach(caller -> Checks.name("receiver.allowedCallers", caller, 16));
    Checks.range("receiver.port", port, 0, 65535);
    Checks.range("receiver.associations", associations, 1, 1000);
    Checks.range("receiver.pduLength", pduLength, 4096, 1 << 20);
    Checks.range("receiver.idleSeconds", idleSeconds, 1, 3600);
    Checks.range("receiver.objectSeconds", objectSeconds, 1, 86400);
  }

  /**
   * The same for the receiver.
   *
   * @param sopClasses UIDs of accepted SOP classes
   * @throws org.strnet.provenance.BadInputException if the TLS material cannot be used
   */
  public ReceiverRules rules(Set<String> sopClasses) {
    return new ReceiverRules(
        aeTitle,
        address,
        port,
        Set.copyOf(allowedCallers),
        sopClasses,
        associations,
        pduLength,
        Duration.ofSeconds(idleSeconds),
        Duration.ofSeconds(objectSeconds),
        tls.context(),
        tls.clientCertificates());
  }
}
