package org.strnet.training.finder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.training.finder.scene.FinderFilms;
import org.strnet.training.finder.scene.FinderSample;
import org.strnet.training.finder.scene.JointComposites;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.Precision;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

/**
 * Trains the finder's network: AdamW (arXiv 1711.05101) under warm-up and cosine, bfloat16
 * convolutions, a moving average of the weights as the result. One thread makes pictures ahead, the
 * caller's trains; the result follows from the seed alone.
 */
final class JointTrainer {

  private static final int AHEAD = 3;
  private static final int LOG_EVERY = 50;
  private static final double LARGEST_GRADIENT = 20;

  private final JointTrainerSettings settings;
  private final JointComposites pictures;
  private final JointNet network;
  private final JointNet average;

  JointTrainer(FinderFilms films, KneeFinderSpecification finder, JointTrainerSettings settings) {
    this.settings = settings;
    this.pictures =
        new JointComposites(films, settings.seed(), finder.inputSize(), finder.closeUpWidths());
    Torch.seed(settings.seed());
    network = new JointNet(JointNet.Widths.standard());
    average = new JointNet(JointNet.Widths.standard());
  }

  /**
   * Trains from random weights.
   *
   * @param log receives a line now and then
   * @return the averaged network, for evaluation
   * @throws IllegalStateException when the loss is no longer finite
   */
  JointNet train(Consumer<String> log) {
    network.train(true);
    blend(1);
    ExecutorService maker = Executors.newSingleThreadExecutor(JointTrainer::daemon);
    try (TensorScope scope = TensorScope.open()) {
      List<AdamW> optimisers = optimisers();
      Queue<CompletableFuture<JointBatch>> ahead = new ArrayDeque<>();
      long start = System.nanoTime();
      for (int step = 0; step < settings.steps(); step++) {
        while (ahead.size() < AHEAD) {
          int next = step + ahead.size();
          ahead.add(CompletableFuture.supplyAsync(() -> batch(next), maker));
        }
        String losses = step(optimisers, ahead.remove().join(), step);
        if ((step + 1) % LOG_EVERY == 0 || step + 1 == settings.steps()) {
          double seconds = (System.nanoTime() - start) / 1e9;
          double pace = (step + 1.0) * settings.batch() / seconds;
          log.accept("step %d, %s, %.0f pictures/s".formatted(step + 1, losses, pace));
        }
      }
    } finally {
      maker.shutdownNow();
    }
    average.train(false);
    return average;
  }

  private JointBatch batch(int step) {
    List<FinderSample> samples = new ArrayList<>();
    for (int i = 0; i < settings.batch(); i++) {
      samples.add(pictures.sample((long) step * settings.batch() + i));
    }
    return JointBatch.of(samples);
  }

  private String step(List<AdamW> optimisers, JointBatch batch, int step) {
    try (TensorScope scope = TensorScope.open()) {
      for (AdamW optimiser : optimisers) {
        optimiser.param_groups().get(0).options().set_lr(settings.rate(step));
        optimiser.zero_grad();
      }
      JointLoss loss = JointLoss.of(network.forward(batch.films(), Precision.BFLOAT16), batch);
      Tensor total = loss.total();
      total.backward();
      torch.clip_grad_norm_(Tensors.vector(learnt()), LARGEST_GRADIENT);
      optimisers.forEach(AdamW::step);
      blend(1 - Math.min(settings.averageDecay(), (1.0 + step) / (10.0 + step)));
      double value = Tensors.item(total);
      if (!Double.isFinite(value)) {
        throw new IllegalStateException(
            "the loss must be finite, found %s at step %d".formatted(value, step));
      }
      return "loss %.4f, centre %.4f, offset %.3f, width %.4f, side %.4f"
          .formatted(
              value,
              Tensors.item(loss.centre()),
              Tensors.item(loss.offset()),
              Tensors.item(loss.width()),
              Tensors.item(loss.side()));
    }
  }

  /** One for the weights, with decay, and one for biases and norms, without. */
  private List<AdamW> optimisers() {
    List<AdamW> optimisers = new ArrayList<>();
    for (NamedTensor.Role role : List.of(NamedTensor.Role.WEIGHT, NamedTensor.Role.OFFSET)) {
      AdamWOptions options = new AdamWOptions(settings.learningRate());
      options.weight_decay().put(role == NamedTensor.Role.WEIGHT ? settings.weightDecay() : 0);
      List<Tensor> tensors =
          network.tensors().stream()
              .filter(named -> named.role() == role)
              .map(NamedTensor::tensor)
              .toList();
      optimisers.add(new AdamW(Tensors.vector(tensors), options));
    }
    return optimisers;
  }

  private List<Tensor> learnt() {
    return network.tensors().stream()
        .filter(NamedTensor::isLearnt)
        .map(NamedTensor::tensor)
        .toList();
  }

  /** Moves the average a share of the way to the network. */
  private void blend(double share) {
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      List<NamedTensor> from = network.tensors();
      List<NamedTensor> into = average.tensors();
      for (int i = 0; i < from.size(); i++) {
        into.get(i).tensor().lerp_(from.get(i).tensor(), new Scalar(share));
      }
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "pictures");
    thread.setDaemon(true);
    return thread;
  }
}
