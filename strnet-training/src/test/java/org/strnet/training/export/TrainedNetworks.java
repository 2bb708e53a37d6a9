package org.strnet.training.export;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.network.HeadTensors;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

/** Networks whose weights and batch statistics have moved from where they start. */
final class TrainedNetworks {

  private static final int STEPS = 2;

  /** So that the running statistics forget where they started: 0.9^20 is 12 %. */
  private static final int PASSES = 20;

  private static final int FILMS = 8;
  private static final double LEARNING_RATE = 1e-3;
  private static final int BLOCK = 8;

  private TrainedNetworks() {}

  /** A few steps of gradient descent on random films, ended in evaluation mode. */
  static StrNet of(StrNetSettings settings, int size, long seed) {
    Torch.threads(1);
    StrNet network = StrNet.create(settings, seed);
    network.train(true);
    for (int step = 0; step < STEPS; step++) {
      try (TensorScope scope = TensorScope.open()) {
        Tensor films = films(FILMS, size, seed + step);
        Tensor clinical = torch.randn(FILMS, settings.clinical().inputs());
        loss(network.forward(films, clinical)).backward();
        network.tensors().stream().filter(NamedTensor::isLearnt).forEach(TrainedNetworks::move);
      }
    }
    settle(network, films(FILMS, size, seed));
    network.train(false);
    return network;
  }

  private static void settle(StrNet network, Tensor films) {
    try (GradientMode off = GradientMode.off()) {
      for (int pass = 0; pass < PASSES; pass++) {
        try (TensorScope scope = TensorScope.open()) {
          network.backbone().forward(films);
        }
      }
    }
  }

  /** Random films of bright and dark blocks with noise: {@code [n,1,size,size]} in [-1, 1]. */
  static Tensor films(int n, int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[n * size * size];
    int blocks = size / BLOCK;
    float[] levels = new float[n * blocks * blocks];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (float) random.nextDouble(-0.8, 0.8);
    }
    for (int i = 0; i < values.length; i++) {
      int x = i % size;
      int y = i / size % size;
      int film = i / (size * size);
      float level = levels[(film * blocks + y / BLOCK) * blocks + x / BLOCK];
      values[i] = level + (float) random.nextDouble(-0.2, 0.2);
    }
    return Tensors.of(values, n, 1, size, size);
  }

  private static Tensor loss(HeadTensors heads) {
    Tensor target = torch.randn(FILMS);
    return torch
        .mse_loss(heads.boneLossLogit(), target)
        .add(torch.mse_loss(heads.severityLogit(), target))
        .add(torch.mse_loss(heads.tScore(), target));
  }

  private static void move(NamedTensor named) {
    try (GradientMode off = GradientMode.off()) {
      Tensor tensor = named.tensor();
      tensor.sub_(tensor.grad().mul(new Scalar(LEARNING_RATE)));
      tensor.mutable_grad().zero_();
    }
  }
}
