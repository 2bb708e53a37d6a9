package org.strnet.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

  @Test
  void training_stops_after_as_many_epochs_without_improvement_as_were_allowed() {
    EarlyStopping stopping = EarlyStopping.withPatience(2).after(0, 1.0).after(1, 0.8);
    assertThat(stopping.isBest(1)).isTrue();
    stopping = stopping.after(2, 0.8);
    assertThat(stopping.shouldStopAfter(2)).isFalse();
    stopping = stopping.after(3, 0.9);
    assertThat(stopping.shouldStopAfter(3)).isTrue();
    assertThat(stopping.bestEpoch()).isEqualTo(1);
  }

  @Test
  void a_loss_that_is_no_number_is_no_improvement() {
    assertThat(EarlyStopping.withPatience(1).after(0, 0.5).after(1, Double.NaN).bestEpoch())
        .isZero();
  }
}
