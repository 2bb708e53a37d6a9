package org.strnet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strnet.audit.film.Workers;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Finding;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Contradictions;
import org.strnet.dataset.Targets;
import org.strnet.evaluation.resampling.PatientBootstrap;

/** Real films that lie beside the checkout, where someone has them. */
class SharedCohortAuditTest {

  @Test
  void the_knee_cohort_is_found_out_and_its_framing_is_no_finding() throws InterruptedException {
    AuditReport report = audit("knee-cohort/cohort.csv");
    assertThat(report.duplicates().pairs().size()).isBetween(14, 20);
    assertThat(report.duplicates().pairs())
        .allMatch(
            pair ->
                report
                    .films()
                    .get(pair.first())
                    .film()
                    .patient()
                    .equals(report.films().get(pair.second()).film().patient()));
    assertThat(finding(report, Check.FILM_UNDER_TWO_LABELS)).isPresent();
    assertThat(finding(report, Check.SEVERAL_VALUES)).isPresent();
    assertThat(evidence(report, Check.IMPOSSIBLE_VALUE)).contains("age 17");
    assertThat(evidence(report, Check.UNLIKELY_VALUE)).contains("age 107");
    assertThat(finding(report, Check.FRAMING_SHORTCUT)).isEmpty();
    assertThat(finding(report, Check.MASKED_FILM_SHORTCUT)).isEmpty();
    assertThat(report.figures().get("clinical.age.auroc").value().orElseThrow())
        .isBetween(0.9, 0.96);
  }

  @Test
  void the_folder_labels_are_found_to_be_told_by_framing_alone() throws InterruptedException {
    AuditReport report = audit("knee-cohort/folder-labels.csv");
    assertThat(finding(report, Check.FRAMING_SHORTCUT).orElseThrow().title())
        .contains("borders of the films alone predict the label");
    assertThat(report.figures().get("shortcut.framing.auroc").value().orElseThrow())
        .isBetween(0.78, 0.88);
    assertThat(finding(report, Check.FILM_UNDER_TWO_LABELS)).isPresent();
  }

  private static String evidence(AuditReport report, Check check) {
    return report.findings().stream()
        .filter(finding -> finding.check() == check)
        .map(finding -> finding.evidence().toString())
        .toList()
        .toString();
  }

  private static Optional<Finding> finding(AuditReport report, Check check) {
    List<Finding> found =
        report.findings().stream().filter(finding -> finding.check() == check).toList();
    return found.stream().findFirst();
  }

  private static AuditReport audit(String name) throws InterruptedException {
    return Audit.of(
        Cohort.read(shared(name), Contradictions.REPORT_AND_GO_ON),
        Targets.BONE,
        new PatientBootstrap(200, 1),
        new Workers(2),
        () -> {});
  }

  private static Path shared(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    Path file = root.resolveSibling("shared/data").resolve(name);
    assumeTrue(Files.exists(file), "needs ../shared/data/" + name);
    return file;
  }
}
