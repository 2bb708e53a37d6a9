package org.strnet.dicom.node.configuration;

import java.util.Objects;
import java.util.Optional;

/**
 * How a peer is reached.
 *
 * @param protocol DIMSE or DICOMweb
 * @param host its name or address (DIMSE)
 * @param port its port (DIMSE)
 * @param calledAe its application entity title (DIMSE)
 * @param callingAe this node's title as it is to see it (DIMSE)
 * @param url its base URL (DICOMweb)
 * @param bearerTokenFile file with a token to show it (DICOMweb); empty for none
 * @param tls TLS
 */
public record PeerConfiguration(
    PeerProtocol protocol,
    String host,
    int port,
    String calledAe,
    String callingAe,
    String url,
    String bearerTokenFile,
    TlsConfiguration tls) {

  /** Checks that what the protocol needs is there. */
  public PeerConfiguration {
    Objects.requireNonNull(protocol);
    Objects.requireNonNull(bearerTokenFile);
    Objects.requireNonNull(tls);
    if (protocol == PeerProtocol.DIMSE) {
      Checks.name("peer.host", host, 255);
      Checks.name("peer.calledAe", calledAe, 16);
      Checks.name("peer.callingAe", callingAe, 16);
      Checks.range("peer.port", port, 1, 65535);
    } else if (!url.matches("https?://[^\\s]+")) {
      throw new IllegalArgumentException("peer.url must be of http or https, found " + url);
    }
  }

  /** The token; empty for none. */
  public Optional<String> bearerToken() {
    return Checks.secret("peer.bearerTokenFile", bearerTokenFile);
  }
}
