package org.strnet.dicom.node.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * All settings of a node; {@code defaults.yaml} beside this class says what each means.
 *
 * @param folder where objects, results and the queue are
 * @param receiver the C-STORE provider
 * @param web the small web server
 * @param storage what is taken and kept
 * @param work how objects are processed
 * @param delivery pauses between attempts to deliver
 * @param destinations where results go
 * @param watched folders whose files are taken
 * @param pulls archives that films are fetched from
 */
public record NodeConfiguration(
    String folder,
    ReceiverConfiguration receiver,
    WebConfiguration web,
    StorageConfiguration storage,
    WorkConfiguration work,
    DeliveryConfiguration delivery,
    List<DestinationConfiguration> destinations,
    List<WatchConfiguration> watched,
    List<PullConfiguration> pulls) {

  /** Copies the lists and checks that names differ. */
  public NodeConfiguration {
    Checks.name("folder", folder, 4096);
    Objects.requireNonNull(receiver);
    Objects.requireNonNull(web);
    Objects.requireNonNull(storage);
    Objects.requireNonNull(work);
    Objects.requireNonNull(delivery);
    destinations = List.copyOf(destinations);
    watched = List.copyOf(watched);
    pulls = List.copyOf(pulls);
    requireDifferent(
        "destinations", destinations.stream().map(DestinationConfiguration::name).toList());
    requireDifferent("pulls", pulls.stream().map(PullConfiguration::name).toList());
  }

  private static void requireDifferent(String key, List<String> names) {
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException(key + " must have different names, found " + names);
    }
  }

  /** The defaults. */
  public static NodeConfiguration defaults() {
    return parse("defaults", "");
  }

  /**
   * Reads a file over the defaults.
   *
   * @throws org.strnet.provenance.BadInputException if a key is unknown, mistyped or out of range
   */
  public static NodeConfiguration read(Path file) {
    return ConfigurationReader.read(file, "");
  }

  /**
   * Reads a file over other defaults than the documented ones.
   *
   * @param defaults YAML that goes over the documented defaults, and under the file
   * @throws org.strnet.provenance.BadInputException if a key is unknown, mistyped or out of range
   */
  public static NodeConfiguration read(Path file, String defaults) {
    return ConfigurationReader.read(file, defaults);
  }

  /** As {@link #read(Path)}, from text; an empty text gives the defaults. */
  public static NodeConfiguration parse(String source, String yaml) {
    return ConfigurationReader.parse(source, "", yaml);
  }

  /** The effective configuration as YAML; reading it gives an equal configuration. */
  public String toYaml() {
    return ConfigurationReader.write(this);
  }
}
