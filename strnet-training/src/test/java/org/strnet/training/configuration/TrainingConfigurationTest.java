package org.strnet.training.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.strnet.decision.SensitivityFloor;
import org.strnet.decision.ThresholdRule;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalVariable;
import org.strnet.provenance.BadInputException;
import org.strnet.training.network.Routing;

class TrainingConfigurationTest {

  @Test
  void an_empty_file_gives_the_documented_defaults() {
    TrainingConfiguration defaults = TrainingConfiguration.parse("empty", "");
    assertThat(defaults).isEqualTo(TrainingConfiguration.defaults());
    assertThat(defaults.pixels().inputSize()).isEqualTo(320);
    assertThat(defaults.network().routing()).isEqualTo(Routing.EXPERTS);
    assertThat(defaults.network().tScoreCoupling()).isEqualTo(0.1);
    assertThat(defaults.operatingPoint().floor()).isEqualTo(0.86);
    assertThat(defaults.operatingPoint().rule()).isEqualTo(ThresholdRule.POINT);
    assertThat(defaults.clinical().heads()).isEqualTo(ClinicalHeads.T_SCORE);
  }

  @Test
  void a_file_changes_only_what_it_names() {
    TrainingConfiguration changed =
        TrainingConfiguration.parse(
            "c.yaml",
            """
            optimisation: {epochs: 3}
            clinical: {variables: [age, sex], heads: all}
            operatingPoint: {rule: lower-bound}
            """);
    assertThat(changed.optimisation().epochs()).isEqualTo(3);
    assertThat(changed.optimisation().batchSize())
        .isEqualTo(TrainingConfiguration.defaults().optimisation().batchSize());
    assertThat(changed.clinical().variables())
        .containsExactly(ClinicalVariable.AGE, ClinicalVariable.SEX);
    assertThat(changed.clinical().heads()).isEqualTo(ClinicalHeads.ALL);
    assertThat(changed.operatingPoint().rule()).isEqualTo(ThresholdRule.LOWER_BOUND);
  }

  @Test
  void heads_may_stay_regressions_only_on_a_backbone_that_keeps_its_weights() {
    TrainingConfiguration film =
        TrainingConfiguration.parse(
            "c.yaml",
            """
            network: {frozenStages: 19, stageMoments: true}
            optimisation: {epochs: 0}
            """);
    assertThat(film.optimisation().epochs()).isZero();
    assertThat(film.network().stageMoments()).isTrue();
    assertThatThrownBy(
            () ->
                TrainingConfiguration.parse(
                    "c.yaml", "network: {frozenStages: 18, stageMoments: true}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("network.stageMoments needs frozenStages 19");
    assertThatThrownBy(() -> TrainingConfiguration.parse("c.yaml", "optimisation: {epochs: 0}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("epochs must be at least 1 without network.stageMoments, found 0");
  }

  @Test
  void every_threshold_rule_is_named_by_its_code_and_has_a_level() {
    for (ThresholdRule rule : ThresholdRule.values()) {
      TrainingConfiguration changed =
          TrainingConfiguration.parse(
              "c.yaml", "operatingPoint: {rule: %s, ruleAlpha: 0.1}".formatted(rule.code()));
      assertThat(changed.operatingPoint().asked()).isEqualTo(new SensitivityFloor(0.86, rule, 0.1));
    }
    assertThat(TrainingConfiguration.defaults().operatingPoint().ruleAlpha()).isEqualTo(0.05);
  }

  @Test
  void targets_are_replaced_as_a_whole_so_that_a_head_not_named_is_off() {
    TrainingConfiguration sex =
        TrainingConfiguration.parse(
            "sex.yaml", "targets: {screening: {column: sex, positive: female, negative: male}}");
    assertThat(sex.targets().severity()).isEmpty();
    assertThat(sex.targets().tScore()).isEmpty();
  }

  @Test
  void the_effective_configuration_reads_back_equal() {
    TrainingConfiguration changed =
        TrainingConfiguration.parse(
            "c.yaml", "name: kl\ntargets: {screening: {column: kl, atLeast: 2}}\nseed: 9");
    assertThat(TrainingConfiguration.parse("again", changed.toYaml())).isEqualTo(changed);
  }

  @Test
  void an_unknown_key_is_refused_with_its_path() {
    assertThatThrownBy(() -> TrainingConfiguration.parse("c.yaml", "optimisation: {epoch: 3}"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("c.yaml: unknown key optimisation.epoch");
  }

  @Test
  void a_value_out_of_range_is_refused_with_the_rule_and_the_value() {
    assertThatThrownBy(() -> TrainingConfiguration.parse("c.yaml", "optimisation: {batchSize: 1}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("batchSize must be at least 2, found 1");
    assertThatThrownBy(() -> TrainingConfiguration.parse("c.yaml", "network: {routing: maze}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("[experts, gate, none], found maze");
  }

  @Test
  void more_frozen_stages_than_the_backbone_has_are_bad_input() {
    assertThatThrownBy(
            () -> TrainingConfiguration.parse("site.yaml", "network: {frozenStages: 20}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("0 to 19, found 20");
  }
}
