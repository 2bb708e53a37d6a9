package org.strnet.server.configuration;

import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code strnet.}, files as text because Spring would take a path for a resource;
 * those of the web server, the database and sign-in stand under Spring's own names.
 *
 * @param folder films, the node's queue and the embedded database; belongs to one running server
 * @param bundle what films are screened with
 * @param station name of this installation in its results
 * @param node the node's YAML file; its documented defaults without one
 * @param gate which films are assessed, as YAML; the documented defaults without one
 * @param filmKey file with the key that films are encrypted with; kept as they came without one
 */
@ConfigurationProperties("strnet")
public record ReadingRoomSettings(
    String folder,
    String bundle,
    String station,
    Optional<String> node,
    Optional<String> gate,
    Optional<String> filmKey) {

  /** Checks that all are there. */
  public ReadingRoomSettings {
    Objects.requireNonNull(folder, "strnet.folder");
    Objects.requireNonNull(bundle, "strnet.bundle");
    Objects.requireNonNull(station, "strnet.station");
  }
}
