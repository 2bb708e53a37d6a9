package org.strnet.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.inference.OnnxJointNetwork;
import org.strnet.knee.FibulaSide;
import org.strnet.training.finder.scene.FinderSample;
import org.strnet.training.finder.scene.PlacedJoint;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.tensor.Precision;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

class JointNetTest {

  private static final JointNet.Widths SMALL = new JointNet.Widths(8, 8, 16, 16, 8);

  @Test
  void five_planes_at_a_quarter_of_the_size_come_out() {
    Torch.seed(1);
    JointNet network = new JointNet(SMALL);
    try (TensorScope scope = TensorScope.open()) {
      Tensor output =
          network.forward(Tensors.of(new float[2 * 96 * 96], 2, 1, 96, 96), Precision.FLOAT32);
      assertThat(Tensors.shape(output)).containsExactly(2, 5, 24, 24);
    }
  }

  @Test
  void the_written_network_answers_as_the_trained_one(@TempDir Path folder) {
    Torch.seed(2);
    JointNet network = new JointNet(SMALL);
    settle(network);
    Path file = folder.resolve("knee.onnx");
    JointExport.write(network, Map.of("seed", "2"), file);
    try (OnnxJointNetwork written = OnnxJointNetwork.load(file)) {
      assertThat(written.metadata()).containsEntry("seed", "2");
      for (int size : new int[] {64, 96}) {
        float[] film = random(size * size, size);
        assertThat(written.run(film, size))
            .containsExactly(network.inference().run(film, size), within(1e-4f));
      }
    }
  }

  /** A few training passes, so that running statistics are not those of the start. */
  private static void settle(JointNet network) {
    network.train(true);
    try (TensorScope scope = TensorScope.open()) {
      for (int i = 0; i < 3; i++) {
        network.forward(Tensors.of(random(4 * 64 * 64, i), 4, 1, 64, 64), Precision.FLOAT32);
      }
    }
    network.train(false);
  }

  @Test
  void the_loss_reaches_every_learnt_tensor() {
    Torch.seed(3);
    JointNet network = new JointNet(SMALL);
    network.train(true);
    PlacedJoint joint = new PlacedJoint(30, 30, 24, FibulaSide.LEFT, true);
    FinderSample sample = new FinderSample(random(64 * 64, 5), 64, List.of(joint), List.of());
    JointBatch batch = JointBatch.of(List.of(sample, sample));
    try (TensorScope scope = TensorScope.open()) {
      JointLoss.of(network.forward(batch.films(), Precision.FLOAT32), batch).total().backward();
      for (NamedTensor tensor : network.tensors()) {
        if (tensor.isLearnt()) {
          assertThat(JointTargetsTest.sum(absolute(tensor.tensor().grad())))
              .as(tensor.name())
              .isPositive();
        }
      }
    }
  }

  private static float[] absolute(Tensor tensor) {
    return Tensors.toArray(tensor.abs());
  }

  private static float[] random(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
