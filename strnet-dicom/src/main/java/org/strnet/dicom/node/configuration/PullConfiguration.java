package org.strnet.dicom.node.configuration;

import java.util.Objects;

/**
 * An archive that films are fetched from.
 *
 * @param name in the database: letters, digits, hyphens and underscores; what was fetched under a
 *     name is not fetched again
 * @param modalities of the studies, such as CR and DX, with a backslash between them; empty for all
 * @param bodyPart Body Part Examined (0018,0015); empty for all
 * @param studyDates a date or a range (PS3.4, C.2.2.2.5), such as {@code 20240101-20240131}; empty
 *     for all
 * @param uidFile file with one Study or SOP Instance UID a line, instead of a query; empty for none
 * @param everySeconds between two rounds; 0 for one round
 * @param moveDestination application entity title that the archive knows this node by (DIMSE)
 * @param peer how it is reached
 */
public record PullConfiguration(
    String name,
    String modalities,
    String bodyPart,
    String studyDates,
    String uidFile,
    double everySeconds,
    String moveDestination,
    PeerConfiguration peer) {

  /** Checks the values. */
  public PullConfiguration {
    Objects.requireNonNull(modalities);
    Objects.requireNonNull(bodyPart);
    Objects.requireNonNull(uidFile);
    Objects.requireNonNull(peer);
    if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "pulls.name must be 1 to 64 letters, digits, hyphens, underscores, found " + name);
    }
    if (!studyDates.matches("|\\d{8}|\\d{8}-|-\\d{8}|\\d{8}-\\d{8}")) {
      throw new IllegalArgumentException(
          "pulls.studyDates must be a date or range such as 20240101-20240131, found "
              + studyDates);
    }
    Checks.range("pulls.everySeconds", everySeconds, 0, 86400);
    if (peer.protocol() == PeerProtocol.DIMSE) {
      if (peer.tls().enabled()) {
        throw new IllegalArgumentException(
            "pulls.peer.tls is for dicomweb only: C-FIND and C-MOVE are not spoken over TLS");
      }
      Checks.name("pulls.moveDestination", moveDestination, 16);
    }
  }
}
