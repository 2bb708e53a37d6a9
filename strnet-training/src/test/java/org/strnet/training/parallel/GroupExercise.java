package org.strnet.training.parallel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** One of two processes: sums and gradients, or the loss of rank 1. */
final class GroupExercise {

  private GroupExercise() {}

  public static void main(String[] arguments) {
    WorkerRank rank =
        new WorkerRank(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    try (GlooGroup group =
        GlooGroup.onOneMachine(rank, Path.of(arguments[2]), Duration.ofSeconds(30))) {
      if (arguments[3].equals("lose")) {
        lose(group);
      } else {
        exchange(group);
      }
    }
    System.exit(0);
  }

  private static void exchange(GlooGroup group) {
    int own = group.rank().rank() + 1;
    try (TensorScope scope = TensorScope.open()) {
      Tensor values = Tensors.of(new float[] {own, 10 * own}, 2);
      group.sum(values);
      System.out.println("sum " + Arrays.toString(Tensors.toArray(values)));
      System.out.println("number " + group.sum(0.1 * own));
      byte[] name = ("rank " + (own - 1)).getBytes(StandardCharsets.UTF_8);
      System.out.println("bytes " + new String(group.fromFirst(name), StandardCharsets.UTF_8));
      System.out.println("none " + group.fromFirst(new byte[0]).length);
      System.out.println("first says " + group.firstSays(group.isFirst()));
      System.out.println("second says " + group.firstSays(!group.isFirst()));
      for (int i = 0; i < 20; i++) {
        Tensor x = Tensors.of(new float[] {own}, 1).set_requires_grad(true);
        Tensor y = group.sumWithGradient(x.mul(new Scalar(2)));
        group.backward(y.mul(y).mul(new Scalar(own)).sum());
        System.out.println("gradient " + Arrays.toString(Tensors.toArray(x.grad())));
      }
    }
  }

  private static void lose(GlooGroup group) {
    if (group.rank().rank() == 1) {
      group.sum(1.0);
      Runtime.getRuntime().halt(7);
    }
    try (TensorScope scope = TensorScope.open()) {
      Tensor x = Tensors.of(new float[] {1}, 1).set_requires_grad(true);
      Tensor half = x.mul(new Scalar(2));
      half.register_hook(
          new TensorTensorHook() {
            @Override
            public TensorBase call(TensorBase g) {
              group.sum(1.0);
              group.sum(1.0);
              return g;
            }
          });
      try {
        group.backward(half.sum());
      } catch (WorkerLostException e) {
        System.out.println("lost: " + e.getMessage());
      }
      try {
        group.sum(1.0);
      } catch (WorkerLostException e) {
        System.out.println("still lost: " + e.getMessage());
      }
    }
  }
}
