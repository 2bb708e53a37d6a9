package org.strnet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.audit.film.Workers;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Severity;
import org.strnet.audit.report.AuditHtml;
import org.strnet.audit.report.AuditJson;
import org.strnet.audit.report.AuditText;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Contradictions;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.resampling.PatientBootstrap;
import org.strnet.phantom.PhantomCohort;

/** A cohort of six phantoms, as it is and with everything wrong that a hand can plant. */
class AuditTest {

  @TempDir static Path folder;

  private static List<String> rows;
  private static AuditReport spoilt;

  @BeforeAll
  static void plant() throws IOException, InterruptedException {
    rows = Files.readAllLines(PhantomCohort.of(6, 9).write(folder, number -> {}));
    Path images = folder.resolve("images");
    Files.copy(images.resolve("p0000.png"), images.resolve("p0000_rot90.png"));
    Files.writeString(images.resolve("broken.png"), "no film");
    spoilt = audit(cohort("spoilt.csv", spoiltRows()), 2);
  }

  /**
   * A copy of film 0 under another patient, label and side; an unreadable film; three odd values.
   */
  private static List<String> spoiltRows() {
    List<String> planted = new ArrayList<>(rows);
    String first = rows.get(1);
    boolean normal = first.contains(",normal,0,");
    String other =
        normal
            ? first.replace(",normal,0,", ",osteopenia,1,")
            : first.replaceFirst(",osteo[a-z]*,1,", ",normal,0,");
    planted.add(
        other
            .replace("p0000.png", "p0000_rot90.png")
            .replace("phantom0000", "<another>")
            .replaceFirst(",(train|validation|test),0,", ",$1,3,"));
    planted.add(rows.get(2).replace("p0001.png", "broken.png"));
    planted.add(
        rows.get(3)
            .replace("p0002.png", "gone.png")
            .replace("phantom0002", "old")
            .replaceFirst("(,-?[0-9.]+),[0-9]+,((fe)?male)", "$1,107,$2"));
    return planted;
  }

  @Test
  void a_sound_cohort_has_no_faults() throws IOException, InterruptedException {
    AuditReport sound = audit(cohort("sound.csv", rows), 2);
    assertThat(sound.findings()).isEmpty();
    assertThat(sound.figures().get("shortcut.framing.auroc").text()).contains("not estimable");
  }

  @Test
  void a_copy_under_another_label_patient_and_fold_is_three_faults_that_name_both_rows() {
    for (Check check :
        List.of(Check.EXACT_DUPLICATES, Check.SPLIT_LEAK, Check.FILM_UNDER_TWO_LABELS)) {
      Finding finding = finding(check);
      assertThat(finding.severity()).isEqualTo(Severity.FAULT);
      assertThat(finding.evidence().get(0).rows()).as(check.code()).containsExactly(2, 8);
      assertThat(finding.evidence().get(0).images())
          .containsExactly("images/p0000.png", "images/p0000_rot90.png");
    }
    assertThat(finding(Check.FILM_UNDER_TWO_LABELS).evidence().get(0).detail())
        .contains("bone_loss 0 and 1");
    assertThat(finding(Check.AUGMENTED_NAMES).evidence().get(0).rows()).containsExactly(2, 8);
  }

  @Test
  void the_label_that_contradicts_its_t_score_is_found() {
    assertThat(finding(Check.CONTRADICTION).evidence())
        .allMatch(instance -> instance.rows().equals(List.of(8)));
  }

  @Test
  void films_that_cannot_be_read_are_a_finding_and_not_the_end() {
    assertThat(finding(Check.UNREADABLE_FILM).evidence())
        .extracting(instance -> instance.images().get(0))
        .containsExactly("images/broken.png", "images/gone.png");
  }

  @Test
  void an_odd_age_is_a_caution_with_its_reason() {
    Finding finding = finding(Check.UNLIKELY_VALUE);
    assertThat(finding.severity()).isEqualTo(Severity.CAUTION);
    assertThat(finding.evidence().get(0).detail()).isEqualTo("age 107");
  }

  @Test
  void threads_and_the_order_of_rows_change_nothing() throws IOException, InterruptedException {
    List<String> turned = new ArrayList<>(spoiltRows());
    Collections.reverse(turned.subList(1, turned.size()));
    AuditReport other = audit(cohort("turned.csv", turned), 1);
    assertThat(other.figures()).isEqualTo(spoilt.figures());
    assertThat(instances(other)).isEqualTo(instances(spoilt));
  }

  /** Findings without row numbers, which are the file's. */
  private static Set<String> instances(AuditReport report) {
    Set<String> instances = new HashSet<>();
    for (Finding finding : report.findings()) {
      finding
          .evidence()
          .forEach(
              e ->
                  instances.add(
                      finding.title()
                          + e.images().stream().sorted().collect(Collectors.joining(","))
                          + e.detail()));
    }
    return instances;
  }

  @Test
  void json_holds_every_finding_and_figure_under_stable_keys() throws IOException {
    JsonNode json = new ObjectMapper().readTree(AuditJson.of(spoilt));
    assertThat(json.path("findings")).hasSize(spoilt.findings().size());
    assertThat(json.at("/findings/0/evidence/0/images/0").asText()).isEqualTo("images/p0000.png");
    assertThat(json.at("/figures/duplicates.pairs.file/value").asInt()).isEqualTo(1);
    assertThat(json.at("/figures/duplicates.pairs.file").fieldNames())
        .toIterable()
        .containsExactly("value", "low", "high", "n", "method");
    assertThat(json.at("/duplicates/0/sameness").asText()).isEqualTo("file");
    assertThat(json.path("use").asText()).contains("Research use only");
  }

  @Test
  void the_page_is_escaped_and_shows_pairs_side_by_side() throws IOException, InterruptedException {
    List<String> hostile = new ArrayList<>(rows);
    hostile.add(
        rows.get(1)
            .replace("images/p0000.png", "images/../images/p0000.png")
            .replace("phantom0000", "<script>alert(1)</script>"));
    hostile.add(rows.get(2).replace("p0001.png", "<b>&.png"));
    String page = AuditHtml.of(audit(cohort("hostile.csv", hostile), 2));
    assertThat(page).doesNotContain("<script>", "<b>").contains("&lt;b&gt;&amp;.png");
    assertThat(page.split("data:image/png;base64,", -1)).hasSize(3);
    assertThat(page).doesNotContain("http://", "https://").contains("Research use only");
  }

  @Test
  void text_stays_within_the_columns_and_counts_what_it_leaves_out() {
    List<String> lines = new AuditText(80, 1).lines(spoilt);
    assertThat(lines).anyMatch(line -> line.contains("and 1 more"));
    assertThat(lines.stream().filter(line -> line.length() > 80 && line.startsWith("     ")))
        .isEmpty();
    assertThat(lines.get(lines.size() - 1)).contains("Research use only");
  }

  private static Finding finding(Check check) {
    Optional<Finding> found =
        spoilt.findings().stream().filter(finding -> finding.check() == check).findFirst();
    return found.orElseThrow(() -> new AssertionError("no finding " + check));
  }

  private static Path cohort(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private static AuditReport audit(Path csv, int threads) throws InterruptedException {
    return Audit.of(
        Cohort.read(csv, Contradictions.REPORT_AND_GO_ON),
        Targets.BONE,
        new PatientBootstrap(100, 1),
        new Workers(threads),
        () -> {});
  }
}
