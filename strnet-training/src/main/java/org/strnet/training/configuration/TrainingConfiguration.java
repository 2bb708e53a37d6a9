package org.strnet.training.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.strnet.dataset.Targets;
import org.strnet.pixels.PixelSpecification;
import org.strnet.provenance.BadInputException;
import org.strnet.training.augmentation.AugmentationSettings;

/**
 * All settings of a run; {@code defaults.yaml} beside this class says what each means.
 *
 * @param name of the run and of the bundle
 * @param seed of initial weights, sampling, augmentation and dropout
 * @param targets which column feeds which head
 * @param pixels from film to input
 * @param network architecture and initial weights
 * @param clinical clinical variables and where they enter
 * @param losses weights of the three losses
 * @param optimisation epochs, rates, averaging, stopping
 * @param augmentation how far training films are changed
 * @param sampling how films are drawn
 * @param validationShare share of training patients that validates, 0 to 0.5
 * @param operatingPoint rule and floor of the threshold
 * @param tScoreCoverage stated coverage of the T-score interval, between 0 and 1
 * @param description what card and reports say of the bundle
 */
public record TrainingConfiguration(
    String name,
    long seed,
    Targets targets,
    PixelSpecification pixels,
    NetworkConfiguration network,
    ClinicalConfiguration clinical,
    LossWeights losses,
    OptimisationConfiguration optimisation,
    AugmentationSettings augmentation,
    SamplingConfiguration sampling,
    double validationShare,
    OperatingPointConfiguration operatingPoint,
    double tScoreCoverage,
    BundleDescription description) {

  private static final String DEFAULTS = "defaults.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(new EnumCodes())
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build();

  /** Checks the rules that belong to no part. */
  public TrainingConfiguration {
    if (optimisation.epochs() == 0 && !network.stageMoments()) {
      throw new IllegalArgumentException(
          "optimisation.epochs must be at least 1 without network.stageMoments, found 0");
    }
    if (!(validationShare >= 0 && validationShare <= 0.5)) {
      throw new IllegalArgumentException(
          "validationShare must be 0 to 0.5, found " + validationShare);
    }
    if (!(tScoreCoverage > 0 && tScoreCoverage < 1)) {
      throw new IllegalArgumentException(
          "tScoreCoverage must be between 0 and 1, found " + tScoreCoverage);
    }
  }

  /** The defaults. */
  public static TrainingConfiguration defaults() {
    return bind("defaults", defaultTree());
  }

  /**
   * Reads a file over the defaults.
   *
   * @throws BadInputException if a key is unknown, mistyped or out of range
   */
  public static TrainingConfiguration read(Path file) {
    try {
      return parse(String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new BadInputException(file.toString(), "the configuration cannot be read", e);
    }
  }

  /** As {@link #read(Path)}, over another configuration than the defaults. */
  public static TrainingConfiguration readOver(TrainingConfiguration base, Path file) {
    try {
      return parseOver(
          YAML.valueToTree(base), String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new BadInputException(file.toString(), "the configuration cannot be read", e);
    }
  }

  /** As {@link #read(Path)}, from text; an empty text gives the defaults. */
  public static TrainingConfiguration parse(String source, String yaml) {
    return parseOver(defaultTree(), source, yaml);
  }

  private static TrainingConfiguration parseOver(ObjectNode tree, String source, String yaml) {
    try {
      JsonNode changes = YAML.readTree(yaml);
      if (changes instanceof ObjectNode object) {
        merge(source, "", tree, object);
      } else if (!changes.isMissingNode() && !changes.isNull()) {
        throw new BadInputException(source, "a configuration is a mapping of keys to values");
      }
    } catch (JsonProcessingException e) {
      throw new BadInputException(source, "not a YAML file: " + e.getOriginalMessage(), e);
    }
    return bind(source, tree);
  }

  /** The same with another number of frozen stages. */
  public TrainingConfiguration withFrozenStages(int stages) {
    ObjectNode tree = YAML.valueToTree(this);
    ((ObjectNode) tree.get("network")).put("frozenStages", stages);
    return bind(name, tree);
  }

  /** The effective configuration as YAML; reading it gives an equal configuration. */
  public String toYaml() {
    try {
      return YAML.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The targets are replaced as a whole (a head not named is off), everything else key by key. */
  private static void merge(String source, String path, ObjectNode into, ObjectNode changes) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      String key = path + change.getKey();
      JsonNode present = into.get(change.getKey());
      if (present == null) {
        throw new BadInputException(source, "unknown key " + key);
      }
      if (present instanceof ObjectNode object
          && change.getValue() instanceof ObjectNode values
          && !key.equals("targets")) {
        merge(source, key + ".", object, values);
      } else {
        into.set(change.getKey(), change.getValue());
      }
    }
  }

  private static TrainingConfiguration bind(String source, ObjectNode tree) {
    try {
      return YAML.treeToValue(tree, TrainingConfiguration.class);
    } catch (JsonProcessingException e) {
      throw new BadInputException(source, e.getOriginalMessage(), e);
    }
  }

  private static ObjectNode defaultTree() {
    try (InputStream in = TrainingConfiguration.class.getResourceAsStream(DEFAULTS)) {
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
