package org.strnet.training.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.layer.LayerNorm;
import org.strnet.training.layer.Linear;
import org.strnet.training.layer.NamedTensor;

/**
 * Task-aware routing: from the neck's output {@code z [N,W]} to one representation per task.
 *
 * <p>Experts: {@code g_t = softmax(W_t z + b_t)} over E experts, {@code E_e(z) = GELU(A_e z +
 * a_e)}, {@code r_t = LN_t(z + sum_e g_te E_e(z))}; a multi-gate mixture (Ma et al. 2018) with a
 * residual. See {@link Routing} for the two others.
 */
public final class TaskRouting {

  private final Routing routing;
  private final List<Linear> experts;
  private final Map<Task, Linear> gates;
  private final Map<Task, LayerNorm> norms;

  /**
   * What comes out.
   *
   * @param representations {@code [N,W]} for every task
   * @param gates {@code [N,E]} for every task, rows summing to 1; empty without experts
   */
  public record Routed(Map<Task, Tensor> representations, Map<Task, Tensor> gates) {
    Tensor representation(Task task) {
      return Objects.requireNonNull(representations.get(task));
    }
  }

  TaskRouting(Routing routing, int width, int numberOfExperts) {
    this.routing = routing;
    int expertCount = routing == Routing.EXPERTS ? numberOfExperts : 0;
    experts =
        IntStream.range(0, expertCount)
            .mapToObj(i -> new Linear("routing.experts." + i, width, width))
            .toList();
    int gateWidth = routing == Routing.EXPERTS ? numberOfExperts : width;
    boolean routed = routing != Routing.NONE;
    gates =
        routed
            ? perTask(task -> new Linear("routing.gates." + task.key(), width, gateWidth))
            : Map.of();
    norms =
        routed ? perTask(task -> new LayerNorm("routing.norms." + task.key(), width)) : Map.of();
  }

  private static <T> Map<Task, T> perTask(Function<Task, T> each) {
    Map<Task, T> map = new EnumMap<>(Task.class);
    for (Task task : Task.values()) {
      map.put(task, each.apply(task));
    }
    return Collections.unmodifiableMap(map);
  }

  Routed forward(Tensor z) {
    return switch (routing) {
      case EXPERTS -> mixed(z);
      case GATE -> new Routed(perTask(task -> gated(task, z)), Map.of());
      case NONE -> new Routed(perTask(task -> z), Map.of());
    };
  }

  private Routed mixed(Tensor z) {
    List<Tensor> opinions = experts.stream().map(expert -> torch.gelu(expert.forward(z))).toList();
    Map<Task, Tensor> shares = perTask(task -> torch.softmax(gate(task).forward(z), 1));
    return new Routed(perTask(task -> mixed(task, z, opinions, ofTask(shares, task))), shares);
  }

  private Tensor mixed(Task task, Tensor z, List<Tensor> opinions, Tensor share) {
    Tensor sum = z;
    for (int e = 0; e < opinions.size(); e++) {
      sum = sum.add(opinions.get(e).mul(share.narrow(1, e, 1)));
    }
    return norm(task).forward(sum);
  }

  private Tensor gated(Task task, Tensor z) {
    return norm(task).forward(z.mul(torch.sigmoid(gate(task).forward(z))));
  }

  List<NamedTensor> tensors() {
    List<NamedTensor> all = new ArrayList<>();
    experts.forEach(expert -> all.addAll(expert.tensors()));
    gates.values().forEach(gate -> all.addAll(gate.tensors()));
    norms.values().forEach(norm -> all.addAll(norm.tensors()));
    return all;
  }

  /** Which routing it is. */
  public Routing routing() {
    return routing;
  }

  /** The shared experts, each followed by GELU; empty unless routed by experts. */
  public List<Linear> experts() {
    return experts;
  }

  /**
   * A task's gate, before its softmax or sigmoid.
   *
   * @throws IllegalStateException without routing
   */
  public Linear gate(Task task) {
    return ofTask(gates, task);
  }

  /**
   * A task's norm.
   *
   * @throws IllegalStateException without routing
   */
  public LayerNorm norm(Task task) {
    return ofTask(norms, task);
  }

  private <T> T ofTask(Map<Task, T> map, Task task) {
    T found = map.get(task);
    if (found == null) {
      throw new IllegalStateException("routing " + routing + " has none for " + task);
    }
    return found;
  }
}
