package org.strnet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Targets;
import org.strnet.provenance.BadInputException;

/** Which columns a bundle was trained on, from the configuration in its provenance. */
final class TrainedTargets {

  private TrainedTargets() {}

  static Targets of(BundleManifest manifest) {
    try {
      return Targets.fromJson(
          new YAMLMapper().readTree(manifest.training().configuration()).path("targets"));
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          "bundle.json", "the training configuration is not readable YAML", e);
    }
  }
}
