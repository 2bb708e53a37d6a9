package org.strnet.study.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.bundle.BundleManifest;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.provenance.BadInputException;

/** The card of a bundle, and its forms. */
class ModelCardTest {

  private static final String HOSTILE = "<script>alert(1)</script> | *x* & \"y\" `z`";

  @TempDir Path folder;

  private static AppliedModelCard card(BundleManifest manifest) {
    return BundleCard.of(manifest, Optional.of(TestBundles.SHA256), Optional.empty());
  }

  private static Metrics metrics() {
    Map<String, Estimate> found = new LinkedHashMap<>();
    found.put("flow.films", Estimate.ofValue(12, 12, "count"));
    found.put("screening.auroc", Estimate.of(0.75, new Interval(0.5, 0.9), 12, "DeLong 95 %"));
    found.put("screening.sensitivity", Estimate.notEstimable(0, "needs films with the finding"));
    found.put("subgroup.sex.female.screening.auroc", Estimate.ofValue(0.7, 11, "DeLong 95 %"));
    return new Metrics(found);
  }

  /** Sensitivity 18 of 20 and specificity 4 of 10: 2 missed, 6 flagged in vain. */
  @Test
  void warnings_count_what_the_operating_point_missed_and_flagged_in_vain() {
    assertThat(card(TestBundles.full()).warnings().risks())
        .anyMatch(risk -> risk.contains("missed 2 of 20"))
        .anyMatch(risk -> risk.contains("6 of 10 without"));
  }

  @Test
  void what_nobody_stated_is_empty_in_the_record_and_reads_so_in_every_form() {
    AppliedModelCard card = card(TestBundles.bare());
    assertThat(card.identity().developer()).isEmpty();
    assertThat(card.system().funding()).isEmpty();
    assertThat(card.warnings().riskLevel()).isEmpty();
    assertThat(CardJson.write(card)).contains("\"developer\" : null");
    assertThat(CardMarkdown.of(card)).contains("- **Developer:** *not stated*");
    assertThat(CardHtml.page(card))
        .contains("<dt>Developer</dt><dd><span class=\"unknown\">not stated</span></dd>");
    assertThat(ChaiXml.of(card)).contains("<ModelDeveloper>not stated</ModelDeveloper>");
  }

  @Test
  void a_bundle_without_figures_says_that_nothing_was_measured() {
    KeyMetric usefulness = card(TestBundles.bare()).metrics().usefulness();
    assertThat(usefulness.results()).isEmpty();
    assertThat(usefulness.interpretation().orElseThrow()).contains("Nothing was measured");
  }

  @Test
  void an_evaluation_brings_its_figures_its_subgroups_and_what_it_could_not_estimate() {
    AppliedModelCard card =
        BundleCard.of(TestBundles.full(), Optional.empty(), Optional.of(metrics()));
    assertThat(card.metrics().usefulness().results().get(0))
        .isEqualTo(
            CardFigure.of(
                "evaluation: AUROC of the screening head", metrics().get("screening.auroc")));
    assertThat(card.metrics().fairness().results())
        .extracting(CardFigure::label)
        .containsExactly("sex.female.screening.auroc");
    assertThat(CardMarkdown.of(card))
        .contains("| evaluation: sensitivity at the operating point | not estimable | none | 0 |");
  }

  @Test
  void subgroups_of_the_study_beside_the_metrics_are_read_and_another_bundles_study_is_refused()
      throws IOException {
    Path file = folder.resolve("metrics.json");
    MetricsFile.write(file, new Metrics(Map.of()), false);
    Files.writeString(
        folder.resolve("study.json"),
        """
        {"bundle": {"sha256": "%s"}, "subgroups": {"columns": [{"column": "sex", "groups": [
          {"name": "female", "figures": {
            "screening.auroc": {"value": 0.7, "low": 0.5, "high": 0.8, "n": 20, "method": "DeLong"},
            "tscore.mae": {"value": null, "low": null, "high": null, "n": 3, "reason": "under 10"}}}]}]}}
        """
            .formatted(TestBundles.SHA256));
    assertThat(
            EvaluationFigures.read(file, TestBundles.SHA256)
                .get("subgroup.sex.female.screening.auroc"))
        .isEqualTo(Estimate.of(0.7, new Interval(0.5, 0.8), 20, "DeLong"));
    assertThat(
            EvaluationFigures.read(file, TestBundles.SHA256)
                .get("subgroup.sex.female.tscore.mae")
                .method())
        .isEqualTo("under 10");
    assertThatThrownBy(() -> EvaluationFigures.read(file, "0".repeat(64)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must be a study of bundle");
  }

  @Test
  void json_read_back_is_the_same_card() {
    for (BundleManifest manifest :
        List.of(TestBundles.full(), TestBundles.bare(), TestBundles.hostile(HOSTILE))) {
      AppliedModelCard card = BundleCard.of(manifest, Optional.empty(), Optional.of(metrics()));
      assertThat(CardJson.read("card.json", CardJson.write(card))).isEqualTo(card);
    }
  }

  @Test
  void json_with_an_unknown_or_missing_key_or_another_version_is_refused() {
    String json = CardJson.write(card(TestBundles.full()));
    assertThatThrownBy(() -> CardJson.read("card.json", json.replace("\"stage\"", "\"stagee\"")))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("card.json: must be a model card");
    assertThatThrownBy(
            () -> CardJson.read("card.json", json.replace("\"commit\" : \"0123abc\",", "")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("commit");
    assertThatThrownBy(
            () ->
                CardJson.read(
                    "card.json", json.replace("\"schema_version\" : 1", "\"schema_version\" : 2")))
        .isInstanceOf(BadInputException.class)
        .hasMessage("card.json: schema_version must be 1, found 2");
    assertThatThrownBy(() -> CardJson.read("card.json", "[1]"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("card.json: must be an object");
    assertThatThrownBy(() -> CardJson.read("card.json", "{")).isInstanceOf(BadInputException.class);
  }

  @Test
  void texts_that_try_to_be_markup_stay_texts() {
    AppliedModelCard card = card(TestBundles.hostile(HOSTILE));
    assertThat(CardHtml.page(card))
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; | *x* &amp; &quot;y&quot;");
    String markdown = CardMarkdown.of(card);
    assertThat(markdown.substring(0, markdown.indexOf("Configuration it was trained")))
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; \\| \\*x\\* &amp; \"y\" \\`z\\`");
    assertThat(markdown).as("the fence outgrows the one inside").endsWith("\n````\n");
    assertThat(ChaiXml.of(card)).doesNotContain("<script");
  }

  @Test
  void every_form_says_research_use_only_and_none_says_the_word_for_a_test_without_finding() {
    AppliedModelCard card =
        BundleCard.of(TestBundles.full(), Optional.of(TestBundles.SHA256), Optional.of(metrics()));
    for (String form :
        List.of(
            CardJson.write(card), CardMarkdown.of(card), CardHtml.page(card), ChaiXml.of(card))) {
      assertThat(form.toLowerCase(Locale.ROOT))
          .contains("research use only")
          .doesNotContain("negative");
      assertThat(form).doesNotContain("NaN");
    }
  }

  @Test
  void an_identity_that_is_no_hash_is_the_callers_mistake() {
    assertThatThrownBy(() -> BundleCard.of(TestBundles.full(), Optional.of("x"), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a bundle's identity is a SHA-256, found x");
  }

  @Test
  void files_are_kept_unless_forced_and_none_is_written_before_the_refusal() throws IOException {
    Files.writeString(folder.resolve("chai-model-card.xml"), "mine");
    AppliedModelCard card = card(TestBundles.full());
    assertThatThrownBy(() -> CardFiles.write(folder, card, false))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--force");
    assertThat(folder.resolve("card.json")).doesNotExist();
    assertThat(CardFiles.write(folder, card, true)).hasSize(4).allMatch(Files::isRegularFile);
    assertThat(Files.readString(folder.resolve("chai-model-card.xml")))
        .contains("AppliedModelCard");
  }

  @Test
  void a_configuration_that_cannot_be_read_is_unknown() {
    var settings = TrainingSettings.of(TestBundles.hostile(": [").training());
    assertThat(settings.value("network.backbone")).isEmpty();
    assertThat(settings.all()).isEmpty();
    assertThat(TrainingSettings.of(TestBundles.full().training()).value("network.backbone"))
        .contains("mobilenet-v2");
  }
}
