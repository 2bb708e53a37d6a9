package org.strnet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;

class ReportFolderTest {

  private static final LocalDate DATE = LocalDate.of(2026, 11, 23);

  @TempDir Path temp;

  @Test
  void every_film_is_in_the_page_the_table_and_the_json() throws IOException {
    Path folder = temp.resolve("report");
    write(folder, false);

    assertThat(Files.readString(folder.resolve("results.csv")))
        .isEqualTo(
            """
            image,outcome,reason,p_bone_loss,p_osteoporosis_given_loss,t_score,t_low,t_high,\
            decision,detail,knees,clinical_variables,heat_map,threshold,bundle,bundle_sha256
            "a,<b>.png",assessed,,0.75,0.5,-2.0,-3.25,-0.75,refer,,1,age,%s,0.5,test-knee,%s
            x.png,not_assessable,no_knee,,,,,,,"a joint is needed, found none",0,,,0.5,test-knee,%s
            y.png,failed,failed,,,,,,,it broke,0,,,0.5,test-knee,%s
            """
                .formatted(
                    folder.resolve("heat-maps/00001-a__b_-knee1.png"),
                    "0123456789abcdef".repeat(4),
                    "0123456789abcdef".repeat(4),
                    "0123456789abcdef".repeat(4)));
    assertThat(Files.readAllLines(folder.resolve("results.jsonl"))).hasSize(3);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "report.html", "results.csv", "results.jsonl", "00001-a__b_-knee1.png");
    }
  }

  @Test
  void the_page_needs_nothing_else_and_states_what_it_must() throws IOException {
    Path folder = temp.resolve("report");
    write(folder, false);

    String page = Files.readString(folder.resolve("report.html"));

    assertThat(page)
        .contains("Research use only.", "refer for densitometry", "2026-11-23")
        .contains("a,&lt;b&gt;.png", "AUROC &lt;film alone&gt;")
        .contains("data:image/jpeg;base64,AQI=")
        .contains("It explains the result; it is not a finding.")
        .contains("Clinical variables (in all heads): used age; missing menopause age.")
        .contains("reference standard: quantitative ultrasound of the knee")
        .contains("110 films of 101 patients")
        .contains("-2.0 (-3.3 to -0.8)")
        .contains("not assessable: no knee - a joint is needed, found none")
        .contains("3 films: 1 to refer, 0 not flagged, 1 not assessable, 1 failed.")
        .doesNotContain("http:", "https:", "<b>")
        .doesNotContainIgnoringCase("negative")
        .endsWith("</html>\n");
    assertThat(page.indexOf("3 films:")).isLessThan(page.indexOf("<section"));
  }

  @Test
  void an_older_report_is_overwritten_only_by_force() throws IOException {
    Path folder = temp.resolve("report");
    write(folder, false);

    assertThatThrownBy(() -> write(folder, false))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must be empty; --force overwrites");
    write(folder, true);
    assertThat(Files.readAllLines(folder.resolve("results.jsonl"))).hasSize(3);
  }

  private static void write(Path folder, boolean force) throws IOException {
    KneeExplanation explanation =
        new KneeExplanation(
            Picture.of(Picture.Format.PNG, new byte[] {7}),
            Picture.of(Picture.Format.JPEG, new byte[] {1, 2}),
            Optional.empty(),
            Optional.empty());
    KneeResult knee = Results.knee(0.5, 0.75, 0.5, -2).withExplanation(explanation);
    try (ReportFolder report = new ReportFolder(folder, Results.boneLoss(), DATE, force)) {
      report.keep(Results.film("a,<b>.png", knee));
      report.keep(Results.noKnee("x.png"));
      report.keep(new FilmResult.Failed("y.png", "it broke", true));
    }
    assertThat(folder.resolve("heat-maps/00001-a__b_-knee1.png")).hasBinaryContent(new byte[] {7});
  }
}
