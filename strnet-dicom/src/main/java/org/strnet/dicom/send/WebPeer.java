package org.strnet.dicom.send;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.strnet.provenance.BadInputException;

/**
 * A destination of STOW-RS (PS3.18, 10.5).
 *
 * @param service the service's root, to which {@code /studies} is added; http or https
 * @param authorisation what is sent as Authorization, if anything
 * @param patience how long to wait for it
 * @param tls keys other than the platform's
 */
public record WebPeer(
    URI service, Optional<Authorisation> authorisation, Patience patience, Optional<TlsStores> tls)
    implements Peer {

  /** Checks the scheme. */
  public WebPeer {
    Objects.requireNonNull(authorisation);
    Objects.requireNonNull(patience);
    Objects.requireNonNull(tls);
    String scheme = String.valueOf(service.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new BadInputException("destination", "a service is http or https, found " + scheme);
    }
    if (service.getHost() == null || service.getUserInfo() != null) {
      throw new BadInputException(
          "destination",
          "a service has a host and no user in its address, found " + service.getHost());
    }
  }

  @Override
  public ResultSender open() {
    return new StowSender(this);
  }
}
