package org.strnet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.Zone;
import org.strnet.decision.ZoneLevels;
import org.strnet.decision.ZoneLimits;

class ZonesInReportsTest {

  private static final ModelFacts PLAIN = Results.boneLoss();

  /** No flag below 0.3, flag above 0.6. */
  private static final ModelFacts ZONED =
      Results.boneLoss(
          Optional.of(
              new ReadingZones(
                  0.3,
                  0.6,
                  new ZoneLevels(0.05, 0.1),
                  50,
                  60,
                  "a hash",
                  LocalDate.of(2026, 11, 23))),
          true);

  private static final ZoneLimits LIMITS = new ZoneLimits(0.3, 0.6);

  private static final FilmResult.Assessed GREY =
      Results.film("grey.png", Results.knee(0.3, 0.2, 0.1, -0.5), Results.knee(0.7, 0.55, 0.4, -2));

  @Test
  void json_lines_name_the_zone_of_the_film_and_of_each_knee() throws IOException {
    StringWriter out = new StringWriter();
    try (ResultWriter writer = new JsonLinesWriter(out, ZONED)) {
      writer.write(GREY);
    }

    assertThat(out.toString())
        .contains("\"decision\":\"not_flagged\",\"zone\":\"no_flag\"")
        .contains("\"decision\":\"refer\",\"zone\":\"grey\",\"operating_point\"");
  }

  @Test
  void a_csv_has_a_last_column_zone() throws IOException {
    StringWriter out = new StringWriter();
    try (ResultWriter writer = new CsvWriter(out, ZONED)) {
      writer.write(GREY);
    }

    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0)).endsWith("bundle_sha256,zone");
    assertThat(lines.get(1)).endsWith(",grey");
  }

  @Test
  void the_table_and_the_page_say_it_in_words_and_where_the_thresholds_come_from()
      throws IOException {
    StringWriter out = new StringWriter();
    try (ResultWriter writer = new TableWriter(out, ZONED, new TerminalStyle(200, false), 20)) {
      writer.write(GREY);
    }

    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("zone: grey (the film says too little either way)")
        .contains(
            "no flag below 0.300, where at most 5.0 % of films with the finding fall (n = 50)")
        .doesNotContain("negative");
    assertThat(new HtmlFilm(ZONED, 1).section(GREY)).contains("grey (the film says too little");
  }

  @Test
  void a_zone_says_what_it_means_and_is_never_called_negative() {
    assertThat(Wording.zoneMeaning(LIMITS, 0.5))
        .isEqualTo(
            "Grey zone: between the two thresholds (0.300 to 0.600) the promised risk holds for"
                + " neither side; a person decides.");
    assertThat(Wording.zoneMeaning(LIMITS, 0.1)).contains("nothing is ruled out");
    assertThat(ZONED.zoneMeaning(GREY.worst()))
        .contains(Wording.zoneMeaning(LIMITS, GREY.worst().boneLoss()));
    assertThat(PLAIN.zoneMeaning(GREY.worst())).isEmpty();
    for (Zone zone : Zone.values()) {
      assertThat(Wording.zoneTag(zone)).doesNotContain("negative");
      assertThat(Zone.ofCode(zone.code())).contains(zone);
    }
    assertThat(Zone.ofCode("negative")).isEmpty();
  }

  @Test
  void without_zones_nothing_is_said_of_them() throws IOException {
    StringWriter out = new StringWriter();
    try (ResultWriter json = new JsonLinesWriter(out, PLAIN);
        ResultWriter csv = new CsvWriter(out, PLAIN)) {
      json.write(GREY);
      csv.write(GREY);
    }

    assertThat(out.toString()).doesNotContain("zone");
  }
}
