package org.strnet.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalVariable;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.layer.NamedTensor;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.ClinicalPath;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.tensor.Tensors;

class TrainerTest {

  private static final ClinicalEncoding AGE =
      new ClinicalEncoding(List.of(new ClinicalEncoding.Column(ClinicalVariable.AGE, 65, 8)));

  private static List<TrainingKnee> knees;

  @TempDir Path folder;

  @BeforeAll
  static void makeFilms() {
    knees = SyntheticKnees.of(32, 64, 5);
  }

  private static TrainingConfiguration configuration(int epochs, String more) {
    return TrainingConfiguration.parse(
        "test",
        "pixels: {inputSize: 64}\noptimisation: {epochs: "
            + epochs
            + ", batchSize: 8, warmUpEpochs: 0.5, learningRate: 0.002, backboneLearningRate: 0.002"
            + more
            + "}\n");
  }

  private static StrNet network(long seed) {
    return StrNet.create(
        StrNetSettings.defaults()
            .withBackbone(BackboneKind.MOBILENET_V2, 0.35)
            .withClinical(
                new StrNetSettings.Clinical(2, ClinicalHeads.T_SCORE, 0.3, ClinicalPath.EMBEDDING))
            .withTScore(-1.2, 1.3),
        seed);
  }

  private Trainer trainer(TrainingConfiguration configuration, String name) {
    Path run = folder.resolve(name);
    assertThat(run.toFile().mkdirs() || run.toFile().exists()).isTrue();
    return new Trainer(configuration, AGE, run, Progress.SILENT);
  }

  @Test
  void the_loss_falls_on_films_that_show_the_t_score() {
    Trainer trainer = trainer(configuration(8, ""), "learns");
    trainer.fit(network(1), knees, List.of(), false);
    List<EpochRecord> epochs = EpochLog.resumed(folder.resolve("learns"), 8).records();
    assertThat(epochs).hasSize(8);
    assertThat(epochs.get(7).trainingLoss()).isLessThan(0.8 * epochs.get(0).trainingLoss());
    assertThat(folder.resolve("learns/epochs.svg")).exists();
  }

  @Test
  void a_resumed_run_ends_with_the_weights_of_the_uninterrupted_one() {
    TrainingConfiguration whole = configuration(4, "");
    List<TrainingKnee> validation = SyntheticKnees.of(8, 64, 6);
    StrNet uninterrupted = trainer(whole, "whole").fit(network(3), knees, validation, false);

    Trainer stopped = new Trainer(whole, AGE, folder.resolve("whole2"), new StopAfterEpoch(2));
    assertThat(folder.resolve("whole2").toFile().mkdirs()).isTrue();
    assertThatThrownBy(() -> stopped.fit(network(3), knees, validation, false))
        .isInstanceOf(Stopped.class);
    StrNet resumed = trainer(whole, "whole2").fit(network(99), knees, validation, true);

    List<NamedTensor> expected = uninterrupted.tensors();
    List<NamedTensor> found = resumed.tensors();
    for (int i = 0; i < expected.size(); i++) {
      assertThat(Tensors.toArray(found.get(i).tensor()))
          .as(expected.get(i).name())
          .isEqualTo(Tensors.toArray(expected.get(i).tensor()));
    }
    assertThat(EpochLog.resumed(folder.resolve("whole2"), 4).records()).hasSize(4);
  }

  @Test
  void a_run_killed_between_the_renames_goes_on_from_its_last_checkpoint() throws IOException {
    TrainingConfiguration one = configuration(1, "");
    trainer(one, "killed").fit(network(3), knees, List.of(), false);
    Path checkpoint = folder.resolve("killed/checkpoint");
    Files.move(checkpoint, folder.resolve("killed/checkpoint.last"));

    Trainer resumed = new Trainer(one, AGE, folder.resolve("killed"), new StopAfterEpoch(0));
    resumed.fit(network(3), knees, List.of(), true);

    assertThat(checkpoint).isDirectory();
  }

  @Test
  void a_checkpoint_of_another_configuration_is_refused() {
    trainer(configuration(1, ""), "changed").fit(network(3), knees, List.of(), false);
    assertThatThrownBy(
            () ->
                trainer(configuration(1, ", weightDecay: 0.5"), "changed")
                    .fit(network(3), knees, List.of(), true))
        .hasMessageContaining("another configuration");
  }

  @Test
  void a_loss_that_is_not_finite_stops_with_the_epoch_and_the_step() {
    StrNet broken = network(3);
    Tensors.assign(broken.screeningHead().bias(), new float[] {Float.NaN});
    assertThatThrownBy(
            () -> trainer(configuration(1, ""), "broken").fit(broken, knees, List.of(), false))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("epoch 1, step 1")
        .hasMessageContaining("loss is NaN");
  }

  @Test
  void early_stopping_keeps_the_best_epoch() {
    List<TrainingKnee> validation = SyntheticKnees.of(8, 64, 6);
    trainer(configuration(30, ", patience: 1"), "early")
        .fit(network(4), knees.subList(0, 8), validation, false);
    List<EpochRecord> epochs = EpochLog.resumed(folder.resolve("early"), 30).records();
    assertThat(epochs.size()).isLessThan(30);
    double last = epochs.get(epochs.size() - 1).validationLoss().getAsDouble();
    double before = epochs.get(epochs.size() - 2).validationLoss().getAsDouble();
    assertThat(last).isGreaterThanOrEqualTo(before);
  }

  /**
   * 100 batches after a warm-up of 8; the margin is a twentieth of what one leaked batch a step
   * adds.
   */
  @Test
  void native_memory_does_not_grow_over_a_hundred_batches() {
    trainer(configuration(2, ""), "warm").fit(network(4), knees, List.of(), false);
    System.gc();
    long before = Pointer.totalBytes();
    long resident = Pointer.physicalBytes();
    trainer(configuration(25, ""), "long").fit(network(4), knees, List.of(), false);
    System.gc();
    assertThat(Pointer.totalBytes() - before).isLessThan(1 << 20);
    assertThat(Pointer.physicalBytes() - resident).isLessThan(150L << 20);
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Kills a run in the middle of an epoch. */
  private record StopAfterEpoch(int epoch) implements Progress {
    @Override
    public void step(String stage, int done, int total) {
      if (stage.equals("epoch " + (epoch + 1)) && done == 2) {
        throw new Stopped();
      }
    }

    @Override
    public void message(String line) {}
  }
}
