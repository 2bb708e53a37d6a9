package org.strnet.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.Recalibration;
import org.strnet.decision.ZoneLevels;

/** Phantom films, a tiny network, and the three study commands as a researcher would run them. */
class StudyCommandsTest {

  @TempDir static Path folder;
  private static Path cohort;
  private static Path configuration;
  private static Execution training;

  @BeforeAll
  static void trainOnPhantoms() throws IOException {
    Path phantoms = folder.resolve("phantoms");
    assertThat(Execution.of("phantom", "--out", phantoms, "--n", 24, "--seed", 5).exitCode())
        .isZero();
    cohort = phantoms.resolve("cohort.csv");
    configuration =
        Files.writeString(
            folder.resolve("tiny.yaml"),
            """
            name: tiny
            pixels: {inputSize: 64}
            network: {width: 0.35, neck: 32, experts: 2}
            optimisation: {epochs: 1, batchSize: 6, warmUpEpochs: 0, precision: float32}
            """);
    training =
        Execution.of(
            "train", "--cohort", cohort, "--config", configuration, "--out", folder.resolve("run"));
  }

  @Test
  void train_writes_a_verified_bundle_with_its_log_and_configuration() {
    assertThat(training.err()).doesNotContain("fault");
    assertThat(training.exitCode()).isZero();
    assertThat(folder.resolve("run/epochs.csv")).exists();
    assertThat(folder.resolve("run/configuration.yaml")).exists();
    assertThat(Execution.of("bundle", "verify", folder.resolve("run/bundle")).exitCode()).isZero();
  }

  @Test
  void evaluate_writes_one_prediction_per_row_and_the_metrics_of_the_contract() throws IOException {
    Path out = folder.resolve("study");
    Execution evaluation =
        Execution.of(
            "evaluate",
            "--bundle",
            folder.resolve("run/bundle"),
            "--cohort",
            cohort,
            "--where",
            "split=test",
            "--out",
            out);

    assertThat(evaluation.err()).doesNotContain("fault");
    assertThat(evaluation.exitCode()).isZero();
    List<String> lines = Files.readAllLines(out.resolve("predictions.csv"));
    assertThat(lines.get(0))
        .isEqualTo(
            "image,outcome,reason,p_bone_loss,p_osteoporosis_given_loss,t_score,t_low,t_high,decision");
    assertThat(lines).hasSize(1 + 8);
    assertThat(lines.subList(1, 9)).allMatch(line -> line.contains(",assessed,"));
    JsonNode metrics = new ObjectMapper().readTree(out.resolve("metrics.json").toFile());
    for (String name :
        List.of(
            "screening.auroc",
            "screening.auprc",
            "screening.sensitivity",
            "screening.specificity",
            "screening.threshold",
            "severity.auroc",
            "tscore.pearson",
            "tscore.mae",
            "tscore.rmse")) {
      assertThat(metrics.path(name).has("value")).as(name).isTrue();
      assertThat(metrics.path(name).path("n").isInt()).as(name).isTrue();
    }
    assertThat(evaluation.out())
        .contains("Research use only")
        .contains("applied as they are")
        .contains("no headline (n = 8)");
    assertThat(out.resolve("report.html")).content().contains("Research use only", "Flow of films");
    assertThat(out.resolve("report.pdf")).content(ISO_8859_1).startsWith("%PDF-");
    JsonNode study = new ObjectMapper().readTree(out.resolve("study.json").toFile());
    assertThat(study.path("mode").asText()).isEqualTo("external");
    assertThat(study.path("gains").path(0).path("over").asText()).isEqualTo("age, sex and BMI");
    assertThat(study.path("adjusted_auroc").path(1).path("column").asText()).isEqualTo("framing");
  }

  @Test
  void crossval_predicts_every_row_out_of_fold_and_feeds_a_fit_on_all_films() throws IOException {
    Path out = folder.resolve("folds");
    Execution folds =
        Execution.of("crossval", "--cohort", cohort, "--config", configuration, "--out", out);
    assertThat(folds.err()).doesNotContain("fault");
    assertThat(folds.exitCode()).isZero();
    assertThat(Files.readAllLines(out.resolve("predictions.csv"))).hasSize(1 + 24);

    Execution all =
        Execution.of(
            "train",
            "--cohort",
            cohort,
            "--config",
            configuration,
            "--crossval",
            out,
            "--out",
            folder.resolve("all"));
    assertThat(all.exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("all/bundle/MODEL_CARD.md")))
        .contains("cross-validation by patient");
  }

  @Test
  void crossval_chooses_among_settings_within_each_fold() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"),
            Files.readString(configuration).replace("name: tiny", "name: other"));
    Path out = folder.resolve("nested");
    Execution nested =
        Execution.of(
            "crossval",
            "--cohort",
            cohort,
            "--settings",
            configuration + "," + other,
            "--inner-folds",
            2,
            "--bootstrap",
            200,
            "--out",
            out);
    assertThat(nested.err()).doesNotContain("fault");
    assertThat(nested.exitCode()).isZero();
    assertThat(Files.readAllLines(out.resolve("settings.csv"))).hasSize(1 + 2 * 5);
    assertThat(Files.readAllLines(out.resolve("predictions.csv"))).hasSize(1 + 24);
  }

  @Test
  void heat_maps_of_a_network_that_learnt_nothing_fail_their_check_and_are_not_shown()
      throws IOException {
    Path bundle = folder.resolve("run/bundle");
    Path checked = folder.resolve("checked");
    Execution check =
        Execution.of(
            "bundle",
            "check-explanations",
            bundle,
            "--cohort",
            cohort,
            "--films",
            8,
            "--out",
            checked);
    assertThat(check.exitCode()).as(check.err()).isZero();
    assertThat(check.out()).contains("8 films; deletion").contains("Heat-maps are not shown.");
    Bundle fresh = Bundle.load(checked);
    assertThat(fresh.manifest().showsHeatMaps()).isFalse();
    assertThat(fresh.network()).isEqualTo(Bundle.load(bundle).network());
    assertThat(
            Execution.of(
                    "bundle",
                    "check-explanations",
                    bundle,
                    "--cohort",
                    cohort,
                    "--films",
                    1,
                    "--out",
                    folder.resolve("none"))
                .exitCode())
        .isEqualTo(2);
  }

  @Test
  void a_bundle_is_recalibrated_on_local_films_with_the_old_on_record() throws IOException {
    Path bundle = folder.resolve("run/bundle");
    Path fresh = folder.resolve("local");
    Execution few =
        Execution.of("recalibrate", "--bundle", bundle, "--cohort", cohort, "--out", fresh);
    assertThat(few.exitCode()).isEqualTo(2);
    assertThat(few.err()).contains("at least 100 assessed films");

    Execution done =
        Execution.of(
            "recalibrate",
            "--bundle",
            bundle,
            "--cohort",
            cohort,
            "--out",
            fresh,
            "--method",
            "platt",
            "--rule",
            "point",
            "--floor",
            "0.8",
            "--least",
            20,
            "--least-of-each",
            3,
            "--zones",
            "--zone-missed",
            0.3,
            "--zone-flagged",
            0.3);
    assertThat(done.err()).doesNotContain("fault").contains("fitted to this very cohort");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out()).contains("no flag below", "grey between");
    Bundle old = Bundle.load(bundle);
    Bundle local = Bundle.load(fresh);
    assertThat(local.network()).isEqualTo(old.network());
    assertThat(local.name()).isEqualTo("tiny-recalibrated");
    assertThat(local.manifest().operatingPoint().floor()).isEqualTo(0.8);
    Recalibration change = local.manifest().recalibrations().get(0);
    assertThat(change.from()).isEqualTo(old.sha256());
    assertThat(change.operatingPointBefore()).isEqualTo(old.manifest().operatingPoint());
    assertThat(change.before()).isEqualTo(old.manifest().calibration());
    assertThat(local.manifest().zones().orElseThrow().levels()).isEqualTo(new ZoneLevels(0.3, 0.3));
    assertThat(Files.readString(fresh.resolve("MODEL_CARD.md")))
        .contains("## Recalibration", "three zones");

    Execution comparison =
        Execution.of(
            "compare",
            bundle,
            fresh,
            "--cohort",
            cohort,
            "--bootstrap",
            200,
            "--out",
            folder.resolve("comparison"));
    assertThat(comparison.err()).doesNotContain("fault");
    assertThat(comparison.exitCode()).isZero();
    JsonNode figures =
        new ObjectMapper()
            .readTree(folder.resolve("comparison/comparison.json").toFile())
            .path("figures");
    // Platt's map keeps the order of the films, so the areas are one.
    assertThat(figures.path(0).path("metric").asText()).isEqualTo("screening.auroc");
    assertThat(figures.path(0).path("difference").path("value").asDouble()).isZero();
    assertThat(comparison.out()).contains("Holm").contains("Research use only");
  }

  @Test
  void a_leak_is_refused_unless_told_to_go_on_and_then_the_bundle_and_metrics_record_it()
      throws IOException {
    Path leaky = leakyCohort();
    Path out = folder.resolve("leaky");
    Execution refused =
        Execution.of("train", "--cohort", leaky, "--config", configuration, "--out", out);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("1 group of duplicate films on two sides", "--allow-leaks goes on");
    assertThat(out).doesNotExist();

    Execution told =
        Execution.of(
            "train", "--cohort", leaky, "--config", configuration, "--out", out, "--allow-leaks");
    assertThat(told.err()).doesNotContain("fault");
    assertThat(told.exitCode()).isZero();
    String accepted = "0 patients and 1 group of duplicate films on two sides";
    assertThat(Files.readString(out.resolve("bundle/bundle.json")))
        .contains("\"accepted_leaks\"", accepted);
    assertThat(Files.readString(out.resolve("bundle/MODEL_CARD.md"))).contains(accepted);
    assertThat(Files.readString(out.resolve("metrics.json"))).contains("split.accepted_leaks");
    assertThat(Files.readString(out.resolve("configuration.yaml"))).contains(accepted);
    assertThat(Execution.of("bundle", "verify", out.resolve("bundle")).exitCode()).isZero();

    Execution folds =
        Execution.of(
            "crossval",
            "--cohort",
            leaky,
            "--config",
            configuration,
            "--out",
            folder.resolve("leaky-folds"));
    assertThat(folds.exitCode()).isEqualTo(2);
    assertThat(folds.err()).contains("in 2 folds");
  }

  /** A training film once more, on the validation side and in another fold. */
  private static Path leakyCohort() throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(cohort));
    String train = rows.stream().filter(row -> row.contains(",train,")).findFirst().orElseThrow();
    Path image = cohort.resolveSibling(train.substring(0, train.indexOf(',')));
    Files.copy(image, image.resolveSibling("again.png"));
    String fold = train.replaceFirst(".*,train,([0-9]).*", "$1");
    rows.add(
        train
            .replace(image.getFileName().toString(), "again.png")
            .replaceFirst("phantom[0-9]+", "other")
            .replace(",train," + fold, ",validation," + (fold.equals("0") ? "1" : "0")));
    return Files.write(cohort.resolveSibling("leaky.csv"), rows);
  }

  @Test
  void a_folder_that_is_not_empty_is_kept_unless_forced() {
    Execution again =
        Execution.of(
            "train", "--cohort", cohort, "--config", configuration, "--out", folder.resolve("run"));
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("must be empty");
  }

  @Test
  void a_mistyped_key_is_one_line_and_exit_code_2() throws IOException {
    Path mistyped =
        Files.writeString(folder.resolve("mistyped.yaml"), "optimisation: {epoch: 1}\n");
    Execution refused =
        Execution.of(
            "crossval", "--cohort", cohort, "--config", mistyped, "--out", folder.resolve("no"));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().strip().lines()).hasSize(1);
    assertThat(refused.err()).contains("unknown key optimisation.epoch");
  }
}
