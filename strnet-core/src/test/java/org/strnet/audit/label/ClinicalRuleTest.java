package org.strnet.audit.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClinicalRuleTest {

  @Test
  void each_rule_is_broken_by_its_example_and_by_no_other() {
    check(ClinicalRule.AGE_OVER_100, Map.of("age", "107"));
    check(ClinicalRule.CLASS_BEFORE_20, Map.of("age", "17", "bone_status", "osteoporosis"));
    check(ClinicalRule.MENOPAUSE_AFTER_AGE, Map.of("age", "45", "menopause_age", "47"));
    check(ClinicalRule.MENOPAUSE_OF_A_MAN, Map.of("sex", "M", "menopause_age", "50"));
    check(ClinicalRule.OESTROGEN_OF_A_MAN, Map.of("sex", "male", "estrogen_use", "yes"));
    check(ClinicalRule.MENOPAUSE_OUT_OF_RANGE, Map.of("menopause_age", "25"));
    check(
        ClinicalRule.BODY_MASS_INDEX, Map.of("bmi", "26.0", "height_m", "1.70", "weight_kg", "90"));
    check(ClinicalRule.HEIGHT_UNIT, Map.of("height_m", "170"));
    check(ClinicalRule.WEIGHT_UNIT, Map.of("weight_kg", "70000"));
    check(ClinicalRule.HEIGHT_UNLIKELY, Map.of("height_m", "1.2"));
    check(ClinicalRule.MASS_INDEX_UNLIKELY, Map.of("bmi", "66"));
    check(ClinicalRule.T_SCORE_UNLIKELY, Map.of("t_score", "-7.5"));
  }

  @Test
  void an_ordinary_patient_and_missing_values_break_none() {
    Map<String, String> patient =
        Map.of(
            "age", "63",
            "sex", "female",
            "bone_status", "osteoporosis",
            "t_score", "-2.7",
            "height_m", "1.62",
            "weight_kg", "61",
            "bmi", "23.2",
            "menopause_age", "49",
            "estrogen_use", "yes");
    assertThat(broken(patient)).isEmpty();
    assertThat(broken(Map.of())).isEmpty();
    assertThat(broken(Map.of("age", "", "height_m", "unknown", "bmi", "25"))).isEmpty();
  }

  private static void check(ClinicalRule rule, Map<String, String> values) {
    assertThat(broken(values)).containsExactly(rule);
  }

  private static List<ClinicalRule> broken(Map<String, String> values) {
    return Arrays.stream(ClinicalRule.values())
        .filter(rule -> rule.fault(new Row(values)).isPresent())
        .toList();
  }
}
