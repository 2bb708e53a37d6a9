package org.strnet.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.Cohort;
import org.strnet.phantom.PhantomCohort;
import org.strnet.pixels.KneePixels;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.ParentBundle;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.network.StrNet;
import org.strnet.training.weights.StoredTensor;
import org.strnet.training.weights.StrNetWeights;

/** A network fitted to the phantoms of one site goes on with those of another. */
class StartingBundleTest {

  private static final TrainingConfiguration TINY =
      TrainingConfiguration.parse(
          "tiny",
          """
          name: tiny
          pixels: {inputSize: 64}
          network: {width: 0.35, neck: 32, experts: 2}
          clinical: {variables: [age, bmi], heads: all, path: offset}
          optimisation: {epochs: 2, batchSize: 6, precision: float32}
          """);

  @TempDir static Path folder;
  private static Cohort first;
  private static Cohort second;
  private static Bundle bundle;
  private static StartingBundle start;

  @BeforeAll
  static void fitTheFirst() throws IOException {
    first = Cohort.read(PhantomCohort.of(30, 11).write(folder.resolve("first"), film -> {}));
    second = Cohort.read(PhantomCohort.of(24, 12).write(folder.resolve("second"), film -> {}));
    bundle = fit(first, TINY, InitialWeights.RANDOM, Optional.empty(), folder.resolve("run"));
    start = StartingBundle.read(folder.resolve("run/bundle"));
  }

  private static Bundle fit(
      Cohort cohort,
      TrainingConfiguration configuration,
      InitialWeights weights,
      Optional<ParentBundle> parent,
      Path out)
      throws IOException {
    Files.createDirectories(out);
    KneeSet knees =
        KneeSet.load(
            cohort,
            configuration.targets(),
            new KneePixels(configuration.pixels()),
            "framing",
            film -> Optional.empty(),
            Progress.SILENT);
    FinalFit study = new FinalFit(configuration, out, false, Progress.SILENT);
    return study.bundle(
        cohort,
        study.fit(cohort, knees, weights, false),
        Optional.empty(),
        Optional.empty(),
        new FinalFit.BundleRequest(
            RunOrigin.of("strnet train", "unknown", List.of()).from(parent),
            out.resolve("bundle"),
            false));
  }

  private static Map<String, StoredTensor> weights(Path run) throws IOException {
    return StrNetWeights.tensors(StrNetWeights.open(run.resolve("bundle/weights.safetensors")));
  }

  @Test
  void a_fit_begins_with_every_weight_of_the_bundle_and_its_scales() throws IOException {
    StrNet network = StrNet.create(start.settings(TINY), 99);
    start.into(network);
    Map<String, StoredTensor> own = weights(folder.resolve("run"));
    assertThat(StrNetWeights.tensors(network).keySet()).isEqualTo(own.keySet());
    StrNetWeights.tensors(network)
        .forEach(
            (name, tensor) ->
                assertThat(tensor.values()).as(name).isEqualTo(own.get(name).values()));
    assertThat(start.encoding()).isEqualTo(bundle.manifest().clinical().encoding());
  }

  @Test
  void few_films_move_the_heads_only_and_the_new_bundle_names_the_old(@TempDir Path out)
      throws IOException {
    TrainingConfiguration configuration =
        start.configuration(Optional.empty(), second.sha256(), second.films().size());
    assertThat(configuration.network().frozenStages())
        .isEqualTo(BackboneKind.MOBILENET_V2.stages());
    Bundle next =
        fit(second, configuration, InitialWeights.of(start), Optional.of(start.parent()), out);

    Map<String, StoredTensor> before = weights(folder.resolve("run"));
    Map<String, StoredTensor> after = weights(out);
    after.forEach(
        (name, tensor) -> {
          if (name.startsWith("backbone.")) {
            assertThat(tensor.values()).as(name).isEqualTo(before.get(name).values());
          }
        });
    assertThat(after.get("neck.linear.weight").values())
        .isNotEqualTo(before.get("neck.linear.weight").values());
    assertThat(next.manifest().clinical()).isEqualTo(bundle.manifest().clinical());
    assertThat(next.manifest().training().parent())
        .contains(new ParentBundle("tiny", bundle.sha256()));
    assertThat(next.manifest().training().cohortHash()).isEqualTo(second.sha256());
    assertThat(Files.readString(out.resolve("bundle/MODEL_CARD.md")))
        .contains("went on from the network of bundle tiny, `" + bundle.sha256());
  }

  @Test
  void changes_may_touch_how_it_learns_and_not_what_its_weights_depend_on(@TempDir Path out)
      throws IOException {
    Path changes =
        Files.writeString(
            out.resolve("changes.yaml"),
            "name: site\nnetwork: {frozenStages: 7, dropout: 0.5}\noptimisation: {epochs: 3}\n");
    TrainingConfiguration changed =
        start.configuration(Optional.of(changes), second.sha256(), 1000);
    assertThat(changed.name()).isEqualTo("site");
    assertThat(changed.network().frozenStages()).isEqualTo(7);
    assertThat(changed.optimisation().epochs()).isEqualTo(3);
    assertThat(changed.network().neck()).isEqualTo(32);
    for (String other :
        List.of(
            "network: {neck: 64}",
            "pixels: {inputSize: 96}",
            "clinical: {variables: [age]}",
            "targets: {screening: {column: kl, atLeast: 2}}")) {
      Files.writeString(changes, other);
      assertThatThrownBy(() -> start.configuration(Optional.of(changes), second.sha256(), 1000))
          .as(other)
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("must stay as the bundle's network has it");
    }
  }

  @Test
  void a_bundle_does_not_go_on_with_the_films_it_was_trained_on() {
    assertThatThrownBy(() -> start.configuration(Optional.empty(), first.sha256(), 30))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must have been trained on another cohort");
  }

  @Test
  void the_more_films_the_more_stages_move() {
    BackboneKind backbone = BackboneKind.MOBILENET_V2;
    assertThat(StartingBundle.frozenStages(backbone, 499)).isEqualTo(backbone.stages());
    assertThat(StartingBundle.frozenStages(backbone, 500))
        .isEqualTo(backbone.stages() - backbone.stages() / 3);
    assertThat(StartingBundle.frozenStages(backbone, 1500)).isEqualTo(2);
  }
}
