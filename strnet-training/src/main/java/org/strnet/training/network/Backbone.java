package org.strnet.training.network;

import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;
import org.strnet.training.layer.ConvolutionNorm;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.layer.Stage;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.Tensors;

/**
 * A convolutional network without its classifier: {@code [N,1,S,S] -> [N,C,h,w]}, h = w = S/32
 * rounded up. Tensors have torchvision's names.
 *
 * <p>Frozen stages keep weights and statistics, run as in evaluation while the rest trains, and
 * record nothing: the early stages with their large maps then cost a forward pass only.
 */
public final class Backbone {

  private final BackboneKind kind;
  private final int channels;
  private final List<Stage> stages;
  private int frozen;
  private boolean training;

  Backbone(BackboneKind kind, int channels, List<Stage> stages) {
    this.kind = kind;
    this.channels = channels;
    this.stages = List.copyOf(stages);
  }

  /** A backbone with weights drawn from LibTorch's seeded generator. */
  public static Backbone create(BackboneKind kind, double widthMultiplier) {
    return switch (kind) {
      case MOBILENET_V2 -> MobileNetV2.create(widthMultiplier);
      case RESNET18 -> ResNet18.create();
    };
  }

  /**
   * The last feature map.
   *
   * @param film {@code [N,1,S,S]}
   * @return {@code [N,C,h,w]}, channels last in memory, in the precision of the open autocast
   */
  public Tensor forward(Tensor film) {
    return forward(film, map -> {});
  }

  /**
   * The last feature map, with a look at every stage's.
   *
   * @param film {@code [N,1,S,S]}
   * @param seen told each stage's map, {@code [N,C_i,h_i,w_i]}, in order
   */
  Tensor forward(Tensor film, Consumer<Tensor> seen) {
    Tensor x = Tensors.channelsLast(film);
    if (frozen > 0) {
      try (GradientMode off = GradientMode.off()) {
        x = forward(x, 0, frozen, seen);
      }
    }
    return forward(x, frozen, stages.size(), seen);
  }

  private Tensor forward(Tensor input, int from, int to, Consumer<Tensor> seen) {
    Tensor x = input;
    for (Stage stage : stages.subList(from, to)) {
      x = stage.forward(x);
      seen.accept(x);
    }
    return x;
  }

  /**
   * Freezes the first stages and frees the others.
   *
   * @param count 0 to all stages
   */
  public void freeze(int count) {
    if (count < 0 || count > stages.size()) {
      throw new IllegalArgumentException(
          "%s has %d stages to freeze, found %d".formatted(kind, stages.size(), count));
    }
    frozen = count;
    for (int i = 0; i < stages.size(); i++) {
      boolean learns = i >= count;
      stages.get(i).tensors().stream()
          .filter(NamedTensor::isLearnt)
          .forEach(named -> named.tensor().set_requires_grad(learns));
    }
    train(training);
  }

  /** Batch statistics in the stages that are not frozen, or running ones in all. */
  public void train(boolean on) {
    training = on;
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).train(on && i >= frozen);
    }
  }

  /** Takes batch statistics over the parts of all workers. */
  void share(WorkerGroup workers) {
    for (Stage stage : stages) {
      for (ConvolutionNorm convolution : stage.convolutions()) {
        convolution.share(workers);
      }
    }
  }

  /** Which network it is. */
  public BackboneKind kind() {
    return kind;
  }

  /** Channels of the last feature map, C. */
  public int channels() {
    return channels;
  }

  /**
   * How many moments its maps have: mean and standard deviation of every channel of every stage.
   */
  int moments() {
    return 2 * stages.stream().mapToInt(Stage::channels).sum();
  }

  /** The stages in the order of evaluation. */
  public List<Stage> stages() {
    return stages;
  }

  /** Number of frozen stages. */
  public int frozenStages() {
    return frozen;
  }

  /** All tensors, by torchvision's names. */
  public List<NamedTensor> tensors() {
    return stages.stream().flatMap(stage -> stage.tensors().stream()).toList();
  }
}
