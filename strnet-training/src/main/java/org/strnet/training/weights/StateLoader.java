package org.strnet.training.weights;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.strnet.provenance.BadInputException;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.tensor.Tensors;

/** Puts stored tensors into a network's, all or none. */
final class StateLoader {

  private StateLoader() {}

  /**
   * Checks that names and shapes agree, then copies every value.
   *
   * @param source the file's name, for messages
   */
  static void load(String source, List<NamedTensor> into, Map<String, StoredTensor> stored) {
    Set<String> extra = new LinkedHashSet<>(stored.keySet());
    for (NamedTensor named : into) {
      extra.remove(named.name());
      check(source, named, stored);
    }
    if (!extra.isEmpty()) {
      throw new BadInputException(source, "the network has no tensor " + summary(extra));
    }
    for (NamedTensor named : into) {
      Tensors.assign(named.tensor(), found(source, named, stored).values());
    }
  }

  private static void check(String source, NamedTensor named, Map<String, StoredTensor> stored) {
    StoredTensor tensor = found(source, named, stored);
    long[] expected = Tensors.shape(named.tensor());
    if (!tensor.hasShape(expected)) {
      throw new BadInputException(
          source,
          "tensor %s must have shape %s, found %s"
              .formatted(named.name(), Arrays.toString(expected), Arrays.toString(tensor.shape())));
    }
  }

  private static StoredTensor found(
      String source, NamedTensor named, Map<String, StoredTensor> stored) {
    StoredTensor tensor = stored.get(named.name());
    if (tensor == null) {
      throw new BadInputException(source, "tensor " + named.name() + " is missing");
    }
    return tensor;
  }

  private static String summary(Set<String> names) {
    String first = names.iterator().next();
    return names.size() == 1 ? first : first + " (and %d more)".formatted(names.size() - 1);
  }
}
