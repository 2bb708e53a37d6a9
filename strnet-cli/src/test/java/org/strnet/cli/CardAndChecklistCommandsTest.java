package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Card and checklists as a researcher would ask for them. */
class CardAndChecklistCommandsTest {

  @TempDir Path folder;
  private Path bundle;
  private Path metrics;

  @BeforeEach
  void writeBundleAndMetrics() throws IOException {
    bundle = folder.resolve("bundle");
    TinyBundle.write(bundle, folder.resolve("sources"));
    metrics = Files.createDirectories(folder.resolve("study")).resolve("metrics.json");
    Files.writeString(
        metrics,
        """
        {"screening.auroc": {"value": 0.75, "low": 0.5, "high": 0.9, "n": 12, "method": "DeLong 95 %"}}
        """);
  }

  @Test
  void card_writes_four_forms_and_says_where() {
    Path out = folder.resolve("card");
    Execution card = Execution.of("card", "--bundle", bundle, "--metrics", metrics, "--out", out);
    assertThat(card.exitCode()).isZero();
    assertThat(card.out())
        .contains("card.json", "MODEL_CARD.md", "card.html", "chai-model-card.xml")
        .contains("Research use only");
    assertThat(out.resolve("chai-model-card.xml")).content().contains("0.75");
  }

  @Test
  void an_older_card_is_kept_unless_forced() {
    Path out = folder.resolve("card");
    assertThat(Execution.of("card", "--bundle", bundle, "--out", out).exitCode()).isZero();
    Execution again = Execution.of("card", "--bundle", bundle, "--out", out);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("--force");
    assertThat(Execution.of("card", "--bundle", bundle, "--out", out, "--force").exitCode())
        .isZero();
  }

  @Test
  void checklist_writes_those_asked_for_and_counts_their_rows() {
    Path out = folder.resolve("lists");
    Execution lists =
        Execution.of(
            "checklist",
            "--metrics",
            metrics,
            "--bundle",
            bundle,
            "--which",
            "stard-ai,claim",
            "--out",
            out);
    assertThat(lists.exitCode()).isZero();
    assertThat(lists.out()).contains("Of 48 rows", "Of 44 rows").doesNotContain("Of 65 rows");
    assertThat(out.resolve("checklist-claim.html")).content().contains("0.750 (0.500 to 0.900)");
    assertThat(out.resolve("checklist-tripod-ai.html")).doesNotExist();
  }

  @Test
  void checklists_beside_a_study_link_to_its_files() {
    Path study = metrics.getParent();
    assertThat(Execution.of("checklist", "--study", study, "--out", study).exitCode()).isZero();
    assertThat(study.resolve("checklist-stard-ai.html"))
        .content()
        .contains("href=\"metrics.json\"");
  }

  @Test
  void a_folder_without_metrics_and_an_unknown_checklist_are_bad_input() {
    Execution none = Execution.of("checklist", "--study", bundle, "--out", folder);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("metrics.json");
    Execution unknown =
        Execution.of("checklist", "--metrics", metrics, "--which", "prisma", "--out", folder);
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("prisma");
    assertThat(Execution.of("checklist", "--out", folder).exitCode()).isEqualTo(2);
  }
}
