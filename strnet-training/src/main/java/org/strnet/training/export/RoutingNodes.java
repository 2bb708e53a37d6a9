package org.strnet.training.export;

import java.util.ArrayList;
import java.util.List;
import org.strnet.training.network.Task;
import org.strnet.training.network.TaskRouting;

/** Task-aware routing as ONNX operators: from the neck's {@code z} to one {@code r} per task. */
final class RoutingNodes {

  private final TaskRouting routing;
  private final GraphValue z;
  private final List<Differentiable> experts;

  /** Writes the shared experts, {@code E_e(z) = GELU(A_e z + a_e)}. */
  RoutingNodes(TaskRouting routing, GraphValue z) {
    this.routing = routing;
    this.z = z;
    this.experts =
        routing.experts().stream()
            .map(expert -> HeadNodes.linear(z, expert).then(HeadNodes::gelu))
            .toList();
  }

  /** Writes a task's representation, with its derivative with respect to {@code z}. */
  Differentiable representation(Task task) {
    return switch (routing.routing()) {
      case EXPERTS -> mixed(task);
      case GATE -> gated(task);
      case NONE -> new Differentiable(z, dr -> dr);
    };
  }

  /**
   * {@code m = z + sum_e g_e E_e(z)}, {@code g = softmax(W z + b)}, {@code r = LN(m)}; {@code dz =
   * dm + sum_e dE_e(g_e dm) + dg(sum(E_e dm))}.
   */
  private Differentiable mixed(Task task) {
    Differentiable g = HeadNodes.linear(z, routing.gate(task)).then(HeadNodes::softmax);
    List<GraphValue> shares = new ArrayList<>();
    GraphValue m = z;
    for (int e = 0; e < experts.size(); e++) {
      shares.add(g.y().columns(e, e + 1));
      m = m.plus(shares.get(e).times(experts.get(e).y()));
    }
    Differentiable norm = HeadNodes.layerNorm(m, routing.norm(task));
    return new Differentiable(
        norm.y(),
        dr -> {
          GraphValue dm = norm.backward(dr);
          GraphValue dz = dm;
          List<GraphValue> dShares = new ArrayList<>();
          for (int e = 0; e < experts.size(); e++) {
            dz = dz.plus(experts.get(e).backward(dm.times(shares.get(e))));
            dShares.add(dm.times(experts.get(e).y()).sum());
          }
          return dz.plus(g.backward(GraphValue.concatenate(dShares)));
        });
  }

  /**
   * {@code m = z g}, {@code g = sigmoid(W z + b)}, {@code r = LN(m)}; {@code dz = dm g + dg(dm z)}.
   */
  private Differentiable gated(Task task) {
    Differentiable g = HeadNodes.linear(z, routing.gate(task)).then(HeadNodes::sigmoid);
    Differentiable norm = HeadNodes.layerNorm(z.times(g.y()), routing.norm(task));
    return new Differentiable(
        norm.y(),
        dr -> {
          GraphValue dm = norm.backward(dr);
          return dm.times(g.y()).plus(g.backward(dm.times(z)));
        });
  }
}
