package org.strnet.study.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.provenance.BadInputException;
import org.strnet.study.card.TestBundles;
import org.strnet.study.checklist.ItemAnswer.Filled;
import org.strnet.study.checklist.ItemAnswer.Kind;
import org.strnet.study.checklist.ItemAnswer.Missing;
import org.strnet.study.checklist.ItemAnswer.Pointed;

/** Every row of every checklist, and what is said of it. */
class ChecklistsTest {

  @TempDir Path folder;

  private static ItemAnswer answer(Checklist checklist, String number, StudyFacts facts) {
    return CompletedChecklist.of(checklist, facts).rows().stream()
        .filter(row -> row.item().number().equals(number))
        .findFirst()
        .orElseThrow()
        .answer();
  }

  @ParameterizedTest
  @CsvSource({"STARD_AI, 48, 40", "TRIPOD_AI, 65, 40", "CLAIM, 44, 44"})
  void a_checklist_has_its_rows_and_numbered_items(Checklist checklist, int rows, int numbers) {
    List<String> found = checklist.items().stream().map(ChecklistItem::number).toList();
    assertThat(found).hasSize(rows).doesNotHaveDuplicates();
    assertThat(found.stream().map(number -> number.replaceAll("[a-z]$", "")).distinct())
        .as("TRIPOD+AI: 27 and 13 for the abstract")
        .hasSize(numbers);
  }

  @Test
  void the_sub_items_are_those_of_the_official_forms() {
    assertThat(lettered(Checklist.STARD_AI))
        .containsExactly(
            "15a", "15b", "15c", "15d", "16a", "16b", "16c", "17a", "17b", "26a", "26b", "40a",
            "40b");
    assertThat(lettered(Checklist.TRIPOD_AI))
        .containsExactly(
            "3a", "3b", "3c", "5a", "5b", "6a", "6b", "6c", "8a", "8b", "8c", "9a", "9b", "9c",
            "12a", "12b", "12c", "12d", "12e", "12f", "12g", "18a", "18b", "18c", "18d", "18e",
            "18f", "20a", "20b", "20c", "23a", "23b", "27a", "27b", "27c");
    assertThat(lettered(Checklist.CLAIM)).isEmpty();
  }

  private static List<String> lettered(Checklist checklist) {
    return checklist.items().stream()
        .map(ChecklistItem::number)
        .filter(number -> number.matches("\\d+[a-z]"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void of_an_unknown_study_every_row_is_missing_and_says_what_to_write(Checklist checklist) {
    CompletedChecklist completed = CompletedChecklist.of(checklist, StudyFacts.NONE);
    assertThat(completed.count(Kind.MISSING)).isEqualTo(checklist.items().size());
    assertThat(completed.rows())
        .allSatisfy(row -> assertThat(((Missing) row.answer()).write()).endsWith("."));
  }

  /** A misspelt fact in a resource would never be known: here everything is. */
  @ParameterizedTest
  @EnumSource
  void every_sentence_can_be_said_of_a_complete_study(Checklist checklist) throws IOException {
    StudyFacts facts = TestStudies.complete(folder);
    for (ChecklistItem item : checklist.items()) {
      for (String template : Stream.concat(item.fill().stream(), item.known().stream()).toList()) {
        assertThat(facts.sentence(template)).as(item.number() + ": " + template).isPresent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_place_is_one_that_a_study_can_have(Checklist checklist) throws IOException {
    StudyFacts facts = TestStudies.complete(folder);
    for (ChecklistItem item : checklist.items()) {
      for (String code : item.point()) {
        assertThat(facts.place(code)).as(item.number() + ": " + code).isPresent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_three_kinds_add_up_and_the_summary_says_them(Checklist checklist) throws IOException {
    CompletedChecklist completed = CompletedChecklist.of(checklist, TestStudies.complete(folder));
    int filled = completed.count(Kind.FILLED);
    int pointed = completed.count(Kind.POINTED);
    int missing = completed.count(Kind.MISSING);
    assertThat(filled + pointed + missing).isEqualTo(checklist.items().size());
    assertThat(List.of(filled, pointed, missing)).allMatch(count -> count > 0);
    assertThat(completed.summary())
        .contains(
            "%d are filled, %d are pointed to and %d are missing"
                .formatted(filled, pointed, missing));
  }

  @Test
  void a_part_that_the_report_does_not_have_is_not_pointed_to() throws IOException {
    Files.writeString(folder.resolve("metrics.json"), "{}");
    Files.writeString(
        folder.resolve("report.html"), "<section id=\"flow\"><section id=\"subgroups\">");
    StudyFacts facts = StudyFacts.ofFolder(folder);
    assertThat(((Pointed) answer(Checklist.STARD_AI, "24", facts)).places())
        .containsExactly(new Place("report.html: flow of films", Optional.of("report.html#flow")));
    assertThat(answer(Checklist.STARD_AI, "25", facts).kind()).isEqualTo(Kind.MISSING);
    assertThat(answer(Checklist.STARD_AI, "21", facts).kind())
        .as("a section on subgroups without any")
        .isEqualTo(Kind.MISSING);
  }

  @Test
  void a_figure_that_cannot_be_estimated_is_said_with_its_reason() {
    StudyFacts facts =
        StudyFacts.NONE.withMetrics(
            new Metrics(Map.of("screening.auroc", Estimate.notEstimable(4, "needs both classes"))));
    assertThat(((Filled) answer(Checklist.CLAIM, "37", facts)).sentences())
        .containsExactly(
            "AUROC not estimable (n = 4): needs both classes"
                + " (not estimable (n = 4): needs both classes).");
  }

  @Test
  void tables_of_the_study_are_pointed_to_where_there_is_no_report() throws IOException {
    Path study = TestStudies.folder(folder);
    Files.delete(study.resolve("report.html"));
    assertThat(((Pointed) answer(Checklist.TRIPOD_AI, "14", StudyFacts.ofFolder(study))).places())
        .containsExactly(new Place("study.json: subgroups", Optional.of("study.json")));
  }

  @Test
  void a_bundle_the_study_did_not_evaluate_and_damaged_files_are_refused() throws IOException {
    Path study = TestStudies.folder(folder);
    StudyFacts facts = StudyFacts.ofFolder(study);
    assertThatThrownBy(() -> facts.withBundle(TestBundles.full(), "0".repeat(64)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must be the one the study evaluated");
    Files.writeString(study.resolve("study.json"), "{");
    assertThatThrownBy(() -> StudyFacts.ofFolder(study))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("study.json");
    Files.delete(study.resolve("metrics.json"));
    assertThatThrownBy(() -> StudyFacts.ofFolder(study))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("metrics.json");
    assertThatThrownBy(() -> StudyFacts.ofFolder(folder.resolve("nowhere")))
        .isInstanceOf(BadInputException.class);
  }

  /** Those which published studies miss most (doi 10.1111/jebm.70141). */
  @ParameterizedTest
  @CsvSource({
    "18, MISSING, kappa",
    "21, MISSING, strnet plan",
    "30, FILLED_OR_POINTED, labels in doubt",
    "39, FILLED_OR_POINTED, clinician",
    "43, FILLED_OR_POINTED, had"
  })
  void the_items_studies_miss_most_are_answered_or_say_exactly_what_to_do(
      String number, String kind, String words) throws IOException {
    StudyFacts facts = TestStudies.complete(folder);
    ItemAnswer answer = answer(Checklist.CLAIM, number, facts);
    assertThat(answer.kind() == Kind.MISSING).isEqualTo(kind.equals("MISSING"));
    assertThat(answer.leavesWork()).isTrue();
    assertThat(answer.toString()).contains(words);
  }

  @Test
  void the_precision_reached_stands_beside_the_sample_size_that_only_authors_know()
      throws IOException {
    Missing size = (Missing) answer(Checklist.CLAIM, "21", TestStudies.complete(folder));
    assertThat(String.join(" ", size.known()))
        .contains("Reached: 1 films of 1 patients.")
        .contains("0.750 (0.500 to 0.900), n = 12");
  }

  @Test
  void a_bundle_that_learnt_from_these_films_is_named_where_external_testing_is_asked()
      throws IOException {
    Missing external = (Missing) answer(Checklist.CLAIM, "33", TestStudies.complete(folder));
    assertThat(String.join(" ", external.known())).contains("trained on this very cohort file");
  }

  @ParameterizedTest
  @EnumSource
  void each_document_says_whose_words_it_is_in_and_what_was_not_checked(Checklist checklist)
      throws IOException {
    Checklists.write(folder, TestStudies.complete(folder), false);
    for (String form : List.of("md", "html")) {
      String text = Files.readString(folder.resolve("checklist-" + checklist.code() + "." + form));
      assertThat(text)
          .contains("own words")
          .contains("official form")
          .contains("Not checked against the publication itself")
          .contains("Research use only")
          .contains("10.");
      assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("negative");
      assertThat(text).doesNotContain("NaN");
    }
  }

  @Test
  void texts_that_try_to_be_markup_stay_texts() throws IOException {
    String text = "<img src=x onerror=alert(1)> | *x* {bundle.name}";
    StudyFacts facts = StudyFacts.NONE.withBundle(TestBundles.hostile(text), TestBundles.SHA256);
    Checklists.write(folder, facts, false);
    String html = Files.readString(folder.resolve("checklist-claim.html"));
    assertThat(html).doesNotContain("<img").contains("&lt;img src=x");
    String markdown = Files.readString(folder.resolve("checklist-claim.md"));
    assertThat(markdown).doesNotContain("<img").contains("\\| \\*x\\*");
    assertThat(markdown).as("a fact is no template").contains("{bundle.name}");
  }

  @Test
  void links_lead_only_where_the_study_is() throws IOException {
    StudyFacts facts = TestStudies.complete(folder);
    assertThat(Checklists.fragment(Checklist.CLAIM, facts).toString())
        .contains("href=\"report.html#flow\"");
    Checklists.write(folder, List.of(Checklist.CLAIM), facts, false, false);
    assertThat(Files.readString(folder.resolve("checklist-claim.html")))
        .doesNotContain("href=")
        .contains("report.html: flow of films");
  }

  @Test
  void files_are_kept_unless_forced_and_none_is_written_before_the_refusal() throws IOException {
    Files.writeString(folder.resolve("checklist-claim.md"), "mine");
    assertThatThrownBy(() -> Checklists.write(folder, StudyFacts.NONE, false))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--force");
    assertThat(folder.resolve("checklist-stard-ai.md")).doesNotExist();
    assertThat(Checklists.write(folder, StudyFacts.NONE, true)).hasSize(3);
    assertThat(Files.readString(folder.resolve("checklist-claim.md"))).startsWith("# Checklist");
  }
}
