package org.strnet.training.loop;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.strnet.network.ClinicalEncoding;
import org.strnet.provenance.BadInputException;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.parallel.GlooGroup;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.parallel.WorkerLostException;
import org.strnet.training.parallel.WorkerRank;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

/** A worker that trains on stripes: to the end, or until worker 1 dies or differs in its seed. */
final class SharedTrainingExercise {

  static final ClinicalEncoding NO_CLINICAL = new ClinicalEncoding(List.of());

  private SharedTrainingExercise() {}

  public static void main(String[] arguments) {
    WorkerRank rank =
        new WorkerRank(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    Path folder = Path.of(arguments[3]).resolve(arguments[4] + "-" + rank.rank());
    boolean dies = arguments[4].equals("dies") && rank.rank() == 1;
    int seed = arguments[4].equals("differs") ? rank.rank() : 0;
    try (GlooGroup group =
        GlooGroup.onOneMachine(rank, Path.of(arguments[2]), Duration.ofSeconds(50))) {
      StrNet fitted =
          fit(seed, folder, dies ? new DiesInSecondEpoch() : Progress.SILENT, group, false);
      fitted
          .tensors()
          .forEach(
              named ->
                  System.out.println(
                      named.name() + " " + Arrays.hashCode(Tensors.toArray(named.tensor()))));
    } catch (WorkerLostException | BadInputException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
    System.exit(0);
  }

  /** Three epochs of two batches of eight films. */
  static StrNet fit(int seed, Path folder, Progress progress, WorkerGroup workers, boolean resume) {
    Torch.threads(1);
    TrainingConfiguration configuration =
        TrainingConfiguration.parse(
            "test",
            "seed: %d\npixels: {inputSize: 64}\noptimisation: {epochs: 3, batchSize: 8, patience: 2, precision: float32}\n"
                .formatted(seed));
    StrNet network =
        StrNet.create(
            StrNetSettings.defaults()
                .withBackbone(BackboneKind.MOBILENET_V2, 0.35)
                .withNeck(32, 0.2),
            workers.rank().rank());
    return new Trainer(configuration, NO_CLINICAL, folder, progress, workers)
        .fit(network, SyntheticKnees.of(16, 64, 5), SyntheticKnees.of(20, 64, 6), resume);
  }

  private record DiesInSecondEpoch() implements Progress {
    @Override
    public void step(String stage, int done, int total) {
      if (stage.equals("epoch 2")) {
        Runtime.getRuntime().halt(9);
      }
    }

    @Override
    public void message(String line) {}
  }
}
