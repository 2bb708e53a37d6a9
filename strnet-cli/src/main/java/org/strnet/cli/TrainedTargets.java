package org.strnet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Targets;
import org.strnet.provenance.BadInputException;

/** Which column feeds which head, from a bundle's provenance or a configuration file. */
final class TrainedTargets {

  private TrainedTargets() {}

  static Targets of(BundleManifest manifest) {
    return Targets.fromJson(
        targets("bundle.json: training configuration", manifest.training().configuration()));
  }

  /** Those a configuration file names; bone loss, severity and T-score where it names none. */
  static Targets in(Path configuration) throws IOException {
    JsonNode named = targets(configuration.toString(), Files.readString(configuration));
    return named.isMissingNode() ? Targets.BONE : Targets.fromJson(named);
  }

  private static JsonNode targets(String source, String yaml) {
    try {
      return new YAMLMapper().readTree(yaml).path("targets");
    } catch (JsonProcessingException e) {
      throw new BadInputException(source, "must be readable YAML", e);
    }
  }
}
