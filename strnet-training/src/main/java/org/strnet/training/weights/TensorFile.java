package org.strnet.training.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of a safetensors file.
 *
 * @param metadata free text by key
 * @param tensors by name, in the order of the data
 */
public record TensorFile(Map<String, String> metadata, Map<String, StoredTensor> tensors) {

  /** Copies both, keeping their order. */
  public TensorFile {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }
}
