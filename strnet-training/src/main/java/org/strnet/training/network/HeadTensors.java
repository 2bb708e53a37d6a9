package org.strnet.training.network;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * What the network says of a batch of N films; float32.
 *
 * @param boneLossLogit {@code [N]}
 * @param severityLogit {@code [N]}, osteoporosis given bone loss
 * @param tScore {@code [N]}, standardised; {@link StrNet#tScoreInUnits} gives the target's unit
 * @param featureMap {@code [N,C,h,w]}
 * @param pooled {@code [N,C]}, the map's mean over h and w
 * @param gates {@code [N,E]} for every task, rows summing to 1; empty without experts
 */
public record HeadTensors(
    Tensor boneLossLogit,
    Tensor severityLogit,
    Tensor tScore,
    Tensor featureMap,
    Tensor pooled,
    Map<Task, Tensor> gates) {

  /** Copies the map. */
  public HeadTensors {
    gates = Map.copyOf(gates);
  }
}
