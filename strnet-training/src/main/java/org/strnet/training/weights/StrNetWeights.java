package org.strnet.training.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.strnet.provenance.BadInputException;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.tensor.Tensors;

/**
 * A whole network in a file, {@code weights.safetensors} of a bundle: every tensor bit for bit,
 * batch norm's statistics among them, and the settings in the metadata.
 */
public final class StrNetWeights {

  /** Metadata key of the settings, as JSON. */
  public static final String SETTINGS_KEY = "strnet.settings";

  private static final ObjectMapper JSON = new ObjectMapper();

  private StrNetWeights() {}

  /**
   * Writes a network; an existing file is replaced.
   *
   * @param metadata what else to say in the file, such as provenance
   */
  public static void save(StrNet network, Path path, Map<String, String> metadata)
      throws IOException {
    Map<String, String> all = new LinkedHashMap<>(metadata);
    all.put(SETTINGS_KEY, JSON.writeValueAsString(network.settings()));
    Safetensors.write(path, new TensorFile(all, tensors(network)));
  }

  /** A copy of all of a network's tensors. */
  public static Map<String, StoredTensor> tensors(StrNet network) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (NamedTensor named : network.tensors()) {
      tensors.put(
          named.name(),
          new StoredTensor(Tensors.shape(named.tensor()), Tensors.toArray(named.tensor())));
    }
    return tensors;
  }

  /**
   * Loads weights into a network of the same shape, whatever settings the file names.
   *
   * @throws BadInputException if a tensor is missing, unknown or has another shape; the network is
   *     then as before
   */
  public static void load(StrNet network, Path path) throws IOException {
    StateLoader.load(
        String.valueOf(path.getFileName()), network.tensors(), Safetensors.read(path).tensors());
  }

  /** Puts tensors such as those of {@link #tensors} into a network of the same shape. */
  public static void load(StrNet network, Map<String, StoredTensor> tensors) {
    StateLoader.load("tensors in memory", network.tensors(), tensors);
  }

  /** The settings a file was saved with. */
  public static StrNetSettings settings(Path path) throws IOException {
    return settings(path, Safetensors.read(path));
  }

  /** The network of a file: its settings, its weights. */
  public static StrNet open(Path path) throws IOException {
    TensorFile file = Safetensors.read(path);
    StrNet network = StrNet.create(settings(path, file), 0);
    StateLoader.load(String.valueOf(path.getFileName()), network.tensors(), file.tensors());
    return network;
  }

  private static StrNetSettings settings(Path path, TensorFile file) {
    String source = String.valueOf(path.getFileName());
    String json = file.metadata().get(SETTINGS_KEY);
    if (json == null) {
      throw new BadInputException(source, "the metadata has no " + SETTINGS_KEY);
    }
    try {
      return JSON.readValue(json, StrNetSettings.class);
    } catch (JsonProcessingException e) {
      throw new BadInputException(source, SETTINGS_KEY + " is not readable, found " + json, e);
    }
  }
}
