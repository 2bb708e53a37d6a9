package org.strnet.training.loop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalVariable;
import org.strnet.training.layer.Activation;
import org.strnet.training.layer.ConvolutionNorm;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.layer.Stage;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.ClinicalPath;
import org.strnet.training.network.MaskedLosses;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.parallel.BatchShare;
import org.strnet.training.parallel.GlooGroup;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.parallel.WorkerRank;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

/**
 * One training step of a worker up to its gradients, on its share of seven films: an uneven share,
 * with dropout in the neck and of clinical variables, and labels of which some are unknown.
 */
final class SharedGradientsExercise {

  private static final int FILMS = 7;
  private static final ClinicalEncoding AGE =
      new ClinicalEncoding(List.of(new ClinicalEncoding.Column(ClinicalVariable.AGE, 65, 8)));

  /** Loss of the whole batch, gradients and running statistics, one after the other. */
  record Step(double loss, List<float[]> tensors) {}

  private SharedGradientsExercise() {}

  public static void main(String[] arguments) throws IOException {
    WorkerRank rank =
        new WorkerRank(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    try (GlooGroup group =
        GlooGroup.onOneMachine(rank, Path.of(arguments[2]), Duration.ofSeconds(50))) {
      write(step(group), Path.of(arguments[3] + "-" + rank.rank()));
    }
    System.exit(0);
  }

  static Step step(WorkerGroup workers) {
    Torch.threads(1);
    List<TrainingKnee> knees = SyntheticKnees.of(FILMS, 64, 5);
    StrNet network = network();
    keepFromKinks(network);
    network.share(workers);
    network.train(true);
    BatchShare share = workers.rank().of(FILMS);
    List<TrainingKnee> own = knees.subList(share.from(), share.from() + share.films());
    List<float[]> inputs = own.stream().map(knee -> knee.patch().input()).toList();
    MaskedLosses losses =
        MaskedLosses.of(network.settings(), new MaskedLosses.Weights(1, 0.7, 0.5), 1);
    Torch.seed(11);
    try (TensorScope scope = TensorScope.open()) {
      Tensor loss = TrainingBatch.of(own, inputs, AGE, share).loss(network, losses, workers);
      double value = workers.sum(Tensors.item(loss));
      workers.backward(loss);
      List<Tensor> learnt =
          network.tensors().stream()
              .filter(NamedTensor::isLearnt)
              .map(NamedTensor::tensor)
              .toList();
      SharedTensors.sumGradients(learnt, workers);
      List<float[]> values = new ArrayList<>();
      learnt.forEach(tensor -> values.add(Tensors.toArray(tensor.grad())));
      network.tensors().stream()
          .filter(named -> named.role() == NamedTensor.Role.STATISTIC)
          .forEach(named -> values.add(Tensors.toArray(named.tensor())));
      return new Step(value, values);
    }
  }

  private static StrNet network() {
    return StrNet.create(
        StrNetSettings.defaults()
            .withBackbone(BackboneKind.MOBILENET_V2, 0.35)
            .withNeck(32, 0.2)
            .withClinical(
                new StrNetSettings.Clinical(2, ClinicalHeads.T_SCORE, 0.3, ClinicalPath.EMBEDDING))
            .withTScore(-1.2, 1.3),
        3);
  }

  /**
   * Puts what enters a ReLU6 at 3 +- 0.4, so that nothing is near 0 or 6: there the gradient jumps
   * with the last bit of a sum, whatever the number of processes.
   */
  private static void keepFromKinks(StrNet network) {
    for (Stage stage : network.backbone().stages()) {
      for (ConvolutionNorm convolution : stage.convolutions()) {
        if (convolution.activation() != Activation.NONE) {
          int channels = convolution.shape().outputs();
          Tensors.assign(convolution.scale(), filled(channels, 0.4f));
          Tensors.assign(convolution.shift(), filled(channels, 3));
        }
      }
    }
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }

  private static void write(Step step, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(ByteBuffer.allocate(8).putDouble(step.loss()).array());
      for (float[] values : step.tensors()) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
      }
    }
  }
}
