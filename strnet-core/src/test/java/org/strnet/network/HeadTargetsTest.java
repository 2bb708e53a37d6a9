package org.strnet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadTargetsTest {

  @Test
  void a_control_target_is_named_after_its_meaning() {
    assertThat(BinaryTarget.of("kl >= 2"))
        .isEqualTo(
            new BinaryTarget("kl_at_least_2", "kl >= 2", "kl_at_least_2", "not_kl_at_least_2"));
    assertThat(BinaryTarget.of("sex = female").name()).isEqualTo("sex_female");
    assertThat(ContinuousTarget.of("KL grade", "grades", "one reader").name())
        .isEqualTo("kl_grade");
  }

  @Test
  void a_name_that_a_result_file_cannot_hold_is_refused() {
    assertThatThrownBy(() -> new BinaryTarget("Bone loss", "", "yes", "no"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found Bone loss");
    assertThatThrownBy(() -> BinaryTarget.of("2")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bone_loss_is_told_from_control_tasks() {
    assertThat(HeadTargets.boneLoss("DXA of the hip").areBoneLoss()).isTrue();
    assertThat(
            new HeadTargets(BinaryTarget.of("kl >= 2"), Optional.empty(), Optional.empty())
                .areBoneLoss())
        .isFalse();
  }
}
