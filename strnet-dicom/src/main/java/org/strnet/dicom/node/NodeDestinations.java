package org.strnet.dicom.node;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.strnet.dicom.node.configuration.DestinationConfiguration;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.configuration.PeerConfiguration;
import org.strnet.dicom.node.configuration.PeerProtocol;
import org.strnet.dicom.node.deliver.Destination;
import org.strnet.dicom.node.deliver.HoldingCheck;
import org.strnet.dicom.node.pull.ArchiveCheck;
import org.strnet.dicom.send.Authorisation;
import org.strnet.dicom.send.Patience;
import org.strnet.dicom.send.Peer;
import org.strnet.dicom.send.StorePeer;
import org.strnet.dicom.send.WebPeer;
import org.strnet.provenance.BadInputException;

/** The destinations that a configuration names, each with its sender. */
public final class NodeDestinations {

  private NodeDestinations() {}

  /**
   * Opens the senders; nothing is sent before the first result.
   *
   * @throws BadInputException if a key store or a token's file cannot be read, or TLS of C-STORE
   *     has no certificates to trust
   */
  public static List<Destination> of(NodeConfiguration configuration) {
    return configuration.destinations().stream().map(NodeDestinations::destination).toList();
  }

  private static Destination destination(DestinationConfiguration configured) {
    return new Destination(
        configured.name(),
        configured.kinds(),
        peer(configured.peer()).open(),
        check(configured.peer()));
  }

  /** C-FIND is not spoken over TLS here: such a destination is sent the same object again. */
  private static Optional<HoldingCheck> check(PeerConfiguration peer) {
    boolean askable = peer.protocol() == PeerProtocol.DICOMWEB || !peer.tls().enabled();
    return askable ? Optional.of(new ArchiveCheck(peer)) : Optional.empty();
  }

  private static Peer peer(PeerConfiguration configured) {
    var stores = configured.tls().stores();
    if (configured.protocol() == PeerProtocol.DICOMWEB) {
      return new WebPeer(
          URI.create(configured.url()),
          configured.bearerToken().map(Authorisation::bearer),
          Patience.USUAL,
          stores);
    }
    if (configured.tls().enabled() && stores.isEmpty()) {
      throw new BadInputException("destinations", "TLS of C-STORE needs peer.tls.trustStore");
    }
    return new StorePeer(
        configured.host(),
        configured.port(),
        configured.calledAe(),
        configured.callingAe(),
        Patience.USUAL,
        stores);
  }
}
