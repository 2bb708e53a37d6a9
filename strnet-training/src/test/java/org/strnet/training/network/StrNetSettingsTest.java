package org.strnet.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.strnet.network.ClinicalHeads;
import org.strnet.training.network.StrNetSettings.Clinical;

class StrNetSettingsTest {

  @Test
  void defaults_are_those_of_the_design() {
    StrNetSettings defaults = StrNetSettings.defaults();
    assertThat(defaults.backbone()).isEqualTo(BackboneKind.MOBILENET_V2);
    assertThat(defaults.widthMultiplier()).isEqualTo(1);
    assertThat(defaults.neckWidth()).isEqualTo(256);
    assertThat(defaults.routing()).isEqualTo(Routing.EXPERTS);
    assertThat(defaults.experts()).isEqualTo(4);
    assertThat(defaults.tScoreCoupling()).isEqualTo(0.1);
    assertThat(defaults.clinical()).isEqualTo(Clinical.NONE);
    assertThat(defaults.frozenStages()).isZero();
  }

  @Test
  void each_wither_changes_its_part_only() {
    StrNetSettings changed =
        StrNetSettings.defaults()
            .withFrozenStages(3)
            .withNeck(64, 0.5)
            .withRouting(Routing.GATE, 2)
            .withTScoreCoupling(0.3)
            .withStageMoments(true)
            .withClinical(new Clinical(4, ClinicalHeads.ALL, 0.1, ClinicalPath.EMBEDDING))
            .withTScore(-1, 2)
            .withBackbone(BackboneKind.RESNET18, 1);
    assertThat(changed)
        .isEqualTo(
            new StrNetSettings(
                BackboneKind.RESNET18,
                1,
                3,
                64,
                0.5,
                Routing.GATE,
                2,
                0.3,
                true,
                new Clinical(4, ClinicalHeads.ALL, 0.1, ClinicalPath.EMBEDDING),
                -1,
                2));
  }

  @Test
  void values_out_of_range_are_refused() {
    StrNetSettings good = StrNetSettings.defaults();
    List<ThrowingCallable> bad =
        List.of(
            () -> good.withBackbone(BackboneKind.RESNET18, 0.5),
            () -> good.withBackbone(BackboneKind.MOBILENET_V2, 0),
            () -> good.withFrozenStages(-1),
            () -> good.withNeck(0, 0),
            () -> good.withNeck(8, 1),
            () -> good.withRouting(Routing.EXPERTS, 0),
            () -> good.withTScoreCoupling(1.1),
            () -> good.withTScoreCoupling(Double.NaN),
            () -> good.withTScore(Double.NaN, 1),
            () -> good.withTScore(0, 0),
            () -> new Clinical(3, ClinicalHeads.T_SCORE, 0, ClinicalPath.EMBEDDING),
            () -> new Clinical(0, ClinicalHeads.ALL, 0, ClinicalPath.EMBEDDING),
            () -> new Clinical(2, ClinicalHeads.T_SCORE, 1, ClinicalPath.EMBEDDING));
    assertThat(bad)
        .allSatisfy(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("found"));
  }
}
