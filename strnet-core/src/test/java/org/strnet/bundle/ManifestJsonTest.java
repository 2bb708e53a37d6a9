package org.strnet.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.ConformalInterval;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.ThresholdRule;
import org.strnet.decision.ZoneLevels;
import org.strnet.network.BinaryTarget;
import org.strnet.network.HeadTargets;
import org.strnet.provenance.BadInputException;

class ManifestJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_value_reads_back_as_it_was_written() {
    BundleManifest manifest = Manifests.full();

    assertThat(read(ManifestWriter.write(manifest))).isEqualTo(manifest);
  }

  @Test
  void absent_parts_and_an_infinite_interval_read_back_as_they_were_written() {
    HeadTargets sex =
        new HeadTargets(
            new BinaryTarget("female", "female sex", "female", "male"),
            Optional.empty(),
            Optional.empty());
    BundleManifest full = Manifests.of("control-sex", sex);
    BundleManifest manifest =
        new BundleManifest(
            full.name(),
            full.targets(),
            full.pixels(),
            Optional.empty(),
            full.clinical(),
            new Calibration(
                full.calibration().boneLoss(),
                full.calibration().severity(),
                new ConformalInterval(0.9, Double.POSITIVE_INFINITY, 3)),
            full.operatingPoints(),
            full.cohort(),
            List.of(),
            full.intendedUse(),
            full.training());

    assertThat(read(ManifestWriter.write(manifest))).isEqualTo(manifest);
  }

  @Test
  void statistics_of_the_training_films_read_back_as_they_were_written() {
    BundleManifest manifest = Manifests.withInDistribution();
    String text = new String(ManifestWriter.write(manifest), StandardCharsets.UTF_8);

    assertThat(read(ManifestWriter.write(manifest))).isEqualTo(manifest);
    assertThat(text).contains("\"means\" : [1.5],");
    assertThat(manifest.withCalibration(manifest.calibration())).isEqualTo(manifest);
  }

  @Test
  void zones_read_back_as_they_were_written_and_go_with_their_calibration() {
    BundleManifest manifest =
        Manifests.full()
            .withZones(
                new ReadingZones(
                    0.1,
                    0.75,
                    new ZoneLevels(0.05, 0.2),
                    41,
                    59,
                    "b".repeat(64),
                    LocalDate.of(2026, 11, 25)));

    assertThat(read(ManifestWriter.write(manifest))).isEqualTo(manifest);
    assertThat(ModelCard.of(manifest)).contains("no flag below 0.100, flag above 0.750");
    assertThat(manifest.withCalibration(manifest.calibration()).zones()).isEmpty();
    assertThat(text()).doesNotContain("zones");
  }

  @Test
  void a_bundle_without_statistics_is_read_as_before_and_written_without_them() {
    assertThat(text()).doesNotContain("in_distribution");
    assertThat(read(ManifestWriter.write(Manifests.full())).inDistribution()).isEmpty();
  }

  @Test
  void a_spread_of_0_is_refused_with_its_place() {
    String text =
        new String(ManifestWriter.write(Manifests.withInDistribution()), StandardCharsets.UTF_8);
    byte[] changed =
        text.replaceFirst("\"spreads\" : \\[[^]]*]", "\"spreads\" : [0]")
            .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(
            "in_distribution: feature 0 needs a finite mean and a spread above 0");
  }

  @Test
  void every_rule_and_its_level_read_back_as_they_were_written() {
    for (ThresholdRule rule : ThresholdRule.values()) {
      byte[] bytes =
          text()
              .replace("\"lower-bound\"", "\"%s\", \"rule_alpha\" : 0.1".formatted(rule.code()))
              .getBytes(StandardCharsets.UTF_8);
      BundleManifest manifest = read(bytes);
      assertThat(manifest.operatingPoint().rule()).isEqualTo(rule);
      assertThat(manifest.operatingPoint().ruleAlpha()).isEqualTo(0.1);
      assertThat(read(ManifestWriter.write(manifest))).isEqualTo(manifest);
    }
    assertThat(text()).doesNotContain("rule_alpha");
    assertThat(read(ManifestWriter.write(Manifests.full())).operatingPoint().ruleAlpha())
        .isEqualTo(0.05);
  }

  @Test
  void writing_twice_gives_the_same_bytes() {
    assertThat(ManifestWriter.write(Manifests.full()))
        .isEqualTo(ManifestWriter.write(Manifests.full()));
  }

  @Test
  void each_missing_key_is_refused_by_its_name() throws IOException {
    byte[] whole = ManifestWriter.write(Manifests.withInDistribution());
    for (List<String> place : places(JSON.readTree(whole))) {
      if (place.equals(List.of(InDistributionJson.KEY))) {
        continue; // A bundle may lack it.
      }
      ObjectNode json = (ObjectNode) JSON.readTree(whole);
      String key = place.get(place.size() - 1);
      parent(json, place).remove(key);

      assertThatThrownBy(() -> read(JSON.writeValueAsBytes(json)))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("bundle.json: missing key")
          .hasMessageEndingWith(key);
    }
  }

  @Test
  void an_unknown_key_is_refused_wherever_it_stands() throws IOException {
    byte[] whole = ManifestWriter.write(Manifests.withInDistribution());
    for (List<String> place : places(JSON.readTree(whole))) {
      ObjectNode json = (ObjectNode) JSON.readTree(whole);
      parent(json, place).put("surprise", 1);

      assertThatThrownBy(() -> read(JSON.writeValueAsBytes(json)))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("unknown key")
          .hasMessageEndingWith("surprise");
    }
  }

  @Test
  void another_schema_version_is_refused() {
    assertRefused("\"schema_version\" : 1", "\"schema_version\" : 2", "must be 1, found 2");
  }

  @Test
  void another_logit_layout_is_refused() {
    assertRefused("\"bone_loss_logit\"", "\"normal_logit\"", "outputs must be");
  }

  @Test
  void a_value_out_of_its_range_is_refused_with_its_place() {
    assertRefused(
        "\"input_size\" : 64", "\"input_size\" : 16", "pixels: input size must be 32 to 1024");
  }

  @Test
  void a_number_as_text_is_refused() {
    assertRefused(
        "\"threshold\" : 0.41",
        "\"threshold\" : \"0.41\"",
        "operating_points[0].threshold must be a finite number");
  }

  @Test
  void a_number_beyond_double_is_refused() {
    assertRefused("\"threshold\" : 0.41", "\"threshold\" : 1e999", "must be a finite number");
  }

  @Test
  void an_unknown_rule_is_refused_with_those_known() {
    assertRefused(
        "\"lower-bound\"",
        "\"youden\"",
        "must be one of [point, lower-bound, lower-bound-exact, risk-control]");
  }

  @Test
  void a_key_given_twice_is_refused() {
    assertRefused("\"name\" : \"test-knee\"", "\"name\" : \"a\", \"name\" : \"b\"", "is not JSON");
  }

  @Test
  void text_after_the_object_is_refused() {
    assertThatThrownBy(() -> read((text() + "{}").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is not JSON");
  }

  private static void assertRefused(String from, String to, String rule) {
    String text = text();
    assertThat(text).contains(from);
    byte[] changed = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(changed))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("bundle.json: ")
        .hasMessageContaining(rule);
  }

  private static String text() {
    return new String(ManifestWriter.write(Manifests.full()), StandardCharsets.UTF_8);
  }

  private static BundleManifest read(byte[] bytes) {
    return ManifestReader.read("bundle.json", bytes);
  }

  /** The path of every key, but those of the libraries, whose names are free. */
  private static List<List<String>> places(JsonNode json) {
    List<List<String>> places = new ArrayList<>();
    collect(json, List.of(), places);
    return places;
  }

  private static void collect(JsonNode node, List<String> path, List<List<String>> places) {
    if (path.contains("libraries")) {
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              List<String> place = new ArrayList<>(path);
              place.add(key);
              places.add(place);
              collect(node.get(key), place, places);
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        List<String> place = new ArrayList<>(path);
        place.add(Integer.toString(i));
        collect(node.get(i), place, places);
      }
    }
  }

  private static ObjectNode parent(ObjectNode json, List<String> place) {
    return (ObjectNode)
        (place.size() == 1
            ? json
            : json.at("/" + String.join("/", place.subList(0, place.size() - 1))));
  }
}
