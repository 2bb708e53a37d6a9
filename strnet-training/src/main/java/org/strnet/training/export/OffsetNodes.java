package org.strnet.training.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.strnet.training.layer.Linear;
import org.strnet.training.network.HeldRegression;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.Task;
import org.strnet.training.tensor.Tensors;

/** What a network's held regressions add to its heads, as ONNX operators. */
final class OffsetNodes {

  private final StrNet network;
  private final Optional<GraphValue> ofClinical;
  private final Optional<GraphValue> ofMoments;

  /**
   * Writes the regressions that the network has, {@code [N,3]} each.
   *
   * @param clinical the second input, where there is one
   * @param maps the feature maps of all stages
   */
  OffsetNodes(StrNet network, Optional<GraphValue> clinical, List<GraphValue> maps) {
    this.network = network;
    ofClinical =
        network
            .clinicalOffset()
            .map(held -> HeadNodes.linear(clinical.orElseThrow(), held.linear()).y());
    ofMoments =
        network.momentOffset().map(held -> HeadNodes.linear(moments(maps), held.linear()).y());
  }

  private static GraphValue moments(List<GraphValue> maps) {
    List<GraphValue> moments = new ArrayList<>();
    for (GraphValue map : maps) {
      moments.add(map.averagePool());
      moments.add(map.deviation());
    }
    return GraphValue.concatenate(moments);
  }

  /** A head's output {@code [N,1]} with the offsets of its task. */
  GraphValue added(Task task, GraphValue head) {
    GraphValue sum = head;
    if (ofClinical.isPresent() && network.seesClinical(task)) {
      sum = sum.plus(column(task, ofClinical.get()));
    }
    return ofMoments.isPresent() ? sum.plus(column(task, ofMoments.get())) : sum;
  }

  private static GraphValue column(Task task, GraphValue offset) {
    return offset.columns(task.column(), task.column() + 1);
  }

  /**
   * A gradient of the bone-loss logit by the pooled features, {@code [N,C]}, with what the
   * regression on moments adds to it: its coefficients of the last map's means. Deviations and
   * earlier maps are not pooled features, and a heat-map does not tell of them.
   */
  GraphValue withMeans(GraphValue gradient) {
    return network
        .momentOffset()
        .map(held -> gradient.plus(coefficientsOfMeans(gradient.graph(), held)))
        .orElse(gradient);
  }

  private GraphValue coefficientsOfMeans(OnnxGraph graph, HeldRegression held) {
    Linear linear = held.linear();
    int inputs = Math.toIntExact(linear.weight().size(1));
    int channels = network.backbone().channels();
    int end = Task.SCREENING.column() * inputs + inputs - channels;
    float[] weight = Tensors.toArray(linear.weight());
    graph.section(linear.name() + ".backward");
    return graph.constant("weight", Arrays.copyOfRange(weight, end - channels, end), 1, channels);
  }
}
