package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Cohort;

/** A network that this project did not train: a few operators in a file. */
class CreateBundleTest {

  private static final String CONFIGURATION =
      """
      name: elsewhere
      pixels: {inputSize: 64}
      clinical: {variables: [age], heads: all}
      description: {cohort: films of elsewhere}
      """;

  @TempDir Path temp;
  private Path network;
  private Path trainedOn;
  private Path others;

  @BeforeEach
  void write() throws IOException {
    TinyBundle.write(temp.resolve("tiny"), temp.resolve("sources"));
    network = temp.resolve("sources/network.onnx");
    Path film = TinyBundle.writeFilm(temp.resolve("film.png"));
    trainedOn = cohort("trained", 120, film);
    others = cohort("others", 40, film);
  }

  /** One film, its knee a little elsewhere in each row; the older half has bone loss. */
  private Path cohort(String name, int films, Path film) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    StringBuilder csv =
        new StringBuilder("image,patient,age,bone_loss,bone_status,t_score,")
            .append("cx,cy,plateau_width,fibula_side\n");
    for (int row = 0; row < films; row++) {
      Files.copy(film, folder.resolve(row + ".png"));
      boolean loss = 2 * row >= films;
      csv.append(
          "%d.png,%s%d,%d,%d,%s,%s,%s,0.5,0.3,right\n"
              .formatted(
                  row,
                  name,
                  row,
                  40 + row % (films / 2) / 4 + (loss ? 10 : 0),
                  loss ? 1 : 0,
                  loss ? "osteopenia" : "normal",
                  loss ? "-1.5" : "0.5",
                  0.4 + row * 0.0015));
    }
    return Files.writeString(folder.resolve("cohort.csv"), csv);
  }

  private Execution create(String configuration, Path held) throws IOException {
    Path config = Files.writeString(temp.resolve("config.yaml"), configuration);
    return Execution.of(
        "bundle",
        "create",
        "--onnx",
        network.toString(),
        "--config",
        config.toString(),
        "--trained-on",
        trainedOn.toString(),
        "--cohort",
        held.toString(),
        "--finder",
        temp.resolve("tiny").toString(),
        "--out",
        temp.resolve("bundle").toString());
  }

  @Test
  void a_network_of_elsewhere_becomes_a_bundle_that_says_what_it_was_trained_on() throws Exception {
    Execution run = create(CONFIGURATION, others);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("elsewhere ").contains("Research use only");

    Bundle bundle = Bundle.load(temp.resolve("bundle"));
    BundleManifest manifest = bundle.manifest();
    assertThat(bundle.network()).isEqualTo(Files.readAllBytes(network));
    assertThat(bundle.file(BundleFile.WEIGHTS)).isEmpty();
    assertThat(bundle.file(BundleFile.KNEE)).isPresent();
    assertThat(manifest.training().cohortHash()).isEqualTo(Cohort.read(trainedOn).sha256());
    assertThat(manifest.training().sourceCommit()).contains("another program");
    assertThat(manifest.cohort().films()).isEqualTo(120);
    assertThat(manifest.operatingPoints().get(0).cohortHash())
        .isEqualTo(Cohort.read(others).sha256());
    assertThat(manifest.inDistribution()).isPresent();
    assertThat(manifest.clinical().encoding().length()).isEqualTo(2);
  }

  @Test
  void a_network_that_takes_other_inputs_is_refused_with_both_lengths() throws Exception {
    Execution size = create(CONFIGURATION.replace("64", "96"), others);
    assertThat(size.exitCode()).isEqualTo(2);
    assertThat(size.err()).contains("input 'film'").contains("96, found 64");
    Execution clinical =
        create(CONFIGURATION.replace("[age], heads: all", "[], heads: t-score"), others);
    assertThat(clinical.exitCode()).isEqualTo(2);
    assertThat(clinical.err()).contains("input 'clinical'").contains("0, found 2");
    assertThat(temp.resolve("bundle")).doesNotExist();
  }

  @Test
  void films_of_patients_it_was_trained_on_do_not_judge_it() throws Exception {
    Execution run = create(CONFIGURATION, trainedOn);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("no patient may be among those");
  }

  @Test
  void a_file_that_is_no_network_is_refused() throws Exception {
    network = Files.writeString(temp.resolve("text.onnx"), "not a network");
    Execution run = create(CONFIGURATION, others);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("text.onnx");
  }
}
