package org.strnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.screening.DicomScreener;
import org.strnet.inference.BundleNetworks;
import org.strnet.network.ClinicalVariables;
import org.strnet.report.FilmResult;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;
import org.strnet.spark.PhantomArchive;
import org.strnet.spark.ledger.ResultFormat;

class ArchiveRunTest {

  @TempDir private static Path shared;
  @TempDir private Path temporary;

  /** What a run over the archive gives that nothing disturbs. */
  private static ArchiveTrial whole;

  private Path films;

  @BeforeAll
  static void wholeArchive() throws IOException {
    PhantomArchive.write(shared.resolve("films"));
    whole = new ArchiveTrial(shared.resolve("out"));
    whole.run(shared.resolve("films"));
  }

  /** Tests that change the archive have one of their own. */
  @BeforeEach
  void archive() {
    films = shared.resolve("films");
  }

  @Test
  void every_file_has_one_row_and_a_second_run_has_nothing_to_do() throws IOException {
    assertThat(whole.run(films)).isZero();
    assertThat(whole.rows()).hasSize(PhantomArchive.FILES);

    assertThat(outcomes(whole.rows()))
        .isEqualTo(
            Map.of(
                "assessed", 6L,
                "duplicate same_pixels", 2L,
                "not_assessable damaged_image", 1L,
                "not_assessable empty_file", 1L,
                "not_assessable not_an_image", 1L,
                "not_assessable wrong_body_part", 1L));
    assertThat(shared.resolve("out/_work")).doesNotExist();
  }

  @Test
  void a_film_has_the_figures_that_screening_gives_it() throws IOException {
    ArchiveTrial trial = ArchiveTrial.plain(temporary.resolve("out"));
    trial.run(films);
    Path film = films.resolve("a/2019/film4.dcm");

    Row row =
        trial.rows().stream()
            .filter(found -> found.<String>getAs("film").endsWith("film4.dcm"))
            .findFirst()
            .orElseThrow();

    FilmResult.Assessed alone = (FilmResult.Assessed) screened(film);
    assertThat(row.<Double>getAs("p_bone_loss")).isCloseTo(alone.worst().boneLoss(), within(1e-12));
    assertThat(row.<Double>getAs("t_score"))
        .isCloseTo(alone.worst().tScore().orElseThrow().value(), within(1e-12));
    assertThat(row.<String>getAs("decision")).isEqualTo(alone.decision().code());
    assertThat(row.<Integer>getAs("knees")).isEqualTo(alone.knees().size());
  }

  @Test
  void pixels_of_a_film_that_its_header_refuses_are_not_looked_at() throws IOException {
    List<Row> refused =
        whole.rows().stream()
            .filter(row -> "wrong_body_part".equals(row.<String>getAs("reason")))
            .toList();

    assertThat(refused).hasSize(1);
    assertThat(refused.get(0).<String>getAs("pixel_hash")).isNull();
    assertThat(refused.get(0).<Long>getAs("screen_ms")).isNull();
    assertThat(refused.get(0).<String>getAs("sop_instance_uid")).isNotNull();
  }

  @Test
  void copies_name_the_film_they_are_copies_of_and_have_no_figures() throws IOException {
    List<Row> rows = whole.rows();
    Map<String, Row> byKey =
        rows.stream().collect(Collectors.toMap(row -> row.getAs("film_key"), row -> row));

    for (Row copy : rows) {
      if (copy.<String>getAs("outcome").equals("duplicate")) {
        Row first = byKey.get(copy.<String>getAs("duplicate_of"));
        assertThat(first.<String>getAs("outcome")).isEqualTo("assessed");
        assertThat(first.<String>getAs("pixel_hash")).isEqualTo(copy.getAs("pixel_hash"));
        assertThat(copy.<Double>getAs("p_bone_loss")).isNull();
        assertThat(copy.<String>getAs("decision")).isNull();
      }
    }
  }

  @Test
  void a_grown_archive_costs_only_what_is_new_and_knows_copies_of_old_films() throws IOException {
    films = PhantomArchive.write(temporary.resolve("films"));
    ArchiveTrial trial = new ArchiveTrial(temporary.resolve("out"));
    trial.run(films);
    PhantomArchive.film(films, 6);
    Files.copy(films.resolve("a/2019/film5.dcm"), films.resolve("later-copy.dcm"));

    assertThat(trial.run(films)).isEqualTo(2);

    assertThat(trial.rows()).hasSize(PhantomArchive.FILES + 2);
    assertThat(outcomes(trial.rows()))
        .containsEntry("assessed", 7L)
        .containsEntry("duplicate same_pixels", 3L);
  }

  @Test
  void another_gate_is_another_version_beside_the_first() throws IOException {
    ArchiveTrial stricter = whole.with("age: {least: 100}\n");

    assertThat(stricter.run(films)).isEqualTo(PhantomArchive.FILES);

    assertThat(stricter.version()).isNotEqualTo(whole.version());
    assertThat(whole.rows()).hasSize(PhantomArchive.FILES);
    assertThat(outcomes(stricter.rows())).doesNotContainKey("assessed");
  }

  @Test
  void many_batches_give_the_rows_of_one() throws IOException {
    ArchiveTrial many = whole.sameKeys(temporary.resolve("many"));
    many.batch(2).run(films);

    assertThat(many.batches()).hasSizeGreaterThan(3);
    assertThat(many.lines()).isEqualTo(whole.lines());
  }

  @Test
  void csv_holds_what_parquet_holds() throws IOException {
    ArchiveTrial csv = whole.sameKeys(temporary.resolve("csv")).as(ResultFormat.CSV);
    csv.run(films);

    assertThat(csv.run(films)).isZero();
    assertThat(csv.lines()).isEqualTo(whole.lines());
  }

  @Test
  void hashed_results_name_neither_patient_nor_place() throws IOException {
    assertThat(whole.lines()).noneMatch(line -> line.contains("film") && line.contains(".dcm"));
    for (Row row : whole.rows()) {
      assertThat(row.<String>getAs("film")).matches("[0-9a-f]{32}");
      String patient = row.getAs("patient");
      assertThat(patient == null || patient.matches("p[0-9a-f]{16}")).isTrue();
    }
  }

  private static Map<String, Long> outcomes(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> {
                  String reason = row.getAs("reason");
                  return row.getAs("outcome") + (reason == null ? "" : " " + reason);
                },
                Collectors.counting()));
  }

  private static FilmResult screened(Path film) throws IOException {
    var bundle = PhantomArchive.bundle();
    try (BundleNetworks networks = BundleNetworks.open(bundle)) {
      Screener screener =
          Screener.of(
              bundle, networks.network(), networks.joints().orElseThrow(), Explanations.NONE);
      return new DicomScreener(screener, new FilmGate(GateConfiguration.defaults()))
          .screen("film", film, ClinicalVariables.NONE)
          .result();
    }
  }
}
