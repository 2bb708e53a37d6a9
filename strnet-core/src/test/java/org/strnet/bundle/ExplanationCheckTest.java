package org.strnet.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.strnet.bundle.ExplanationCheck.Mean;
import org.strnet.provenance.Sha256;

class ExplanationCheckTest {

  private static final Mean MOVES = new Mean(0.2, 0.1, 0.3);
  private static final Mean UNLIKE = new Mean(-0.1, -0.2, 0.1);

  static ExplanationCheck check(Mean deletion, Mean likeness) {
    return new ExplanationCheck(
        60, Sha256.of(new byte[] {3}), LocalDate.of(2026, 11, 25), deletion, likeness);
  }

  @Test
  void a_map_passes_when_it_moves_the_logit_and_changes_with_the_weights() {
    assertThat(check(MOVES, UNLIKE).passes()).isTrue();
    assertThat(check(new Mean(0.2, 0.009, 0.4), UNLIKE).passes()).isFalse();
    assertThat(check(MOVES, new Mean(0.4, 0.3, 0.51)).passes()).isFalse();
    assertThat(check(MOVES, new Mean(-0.4, -0.51, -0.3)).passes()).isFalse();
  }

  @Test
  void a_bundle_reads_back_its_check_and_says_it_on_its_card() {
    BundleManifest failed =
        Manifests.full().withExplanationCheck(check(new Mean(0, -0.01, 0.01), UNLIKE));
    assertThat(ManifestReader.read("bundle.json", ManifestWriter.write(failed))).isEqualTo(failed);
    assertThat(failed.showsHeatMaps()).isFalse();
    assertThat(ModelCard.of(failed)).contains("checked on 60 films").contains("are not shown");

    assertThat(Manifests.full().showsHeatMaps()).isTrue();
    assertThat(ModelCard.of(Manifests.full())).contains("was not checked");
    assertThat(new String(ManifestWriter.write(Manifests.full()), StandardCharsets.UTF_8))
        .doesNotContain("explanation_check");
  }

  @Test
  void limits_that_do_not_hold_their_mean_are_refused() {
    assertThatThrownBy(() -> new Mean(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mean(Double.NaN, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
