package org.strnet.dicom.send;

import java.util.Objects;
import java.util.Optional;
import org.strnet.provenance.BadInputException;

/**
 * A destination of C-STORE (PS3.4, B).
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param calledAet its application entity title, 1 to 16 characters
 * @param callingAet ours, 1 to 16 characters
 * @param patience how long to wait for it
 * @param tls keys for a connection with TLS; without, it is in the clear
 */
public record StorePeer(
    String host,
    int port,
    String calledAet,
    String callingAet,
    Patience patience,
    Optional<TlsStores> tls)
    implements Peer {

  /** Checks the names and the port. */
  public StorePeer {
    Objects.requireNonNull(patience);
    Objects.requireNonNull(tls);
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new BadInputException(
          "destination",
          "needs a host and a port of 1 to 65535, found '%s', %d".formatted(host, port));
    }
    requireTitle(calledAet);
    requireTitle(callingAet);
  }

  /** PS3.5, 6.2: AE. */
  private static void requireTitle(String title) {
    if (title.isBlank() || title.length() > 16 || !title.matches("[\\x20-\\x7e&&[^\\\\]]+")) {
      throw new BadInputException(
          "destination",
          "an AE title is 1 to 16 ASCII characters without backslash, found '" + title + "'");
    }
  }

  @Override
  public ResultSender open() {
    return new CStoreSender(this);
  }
}
