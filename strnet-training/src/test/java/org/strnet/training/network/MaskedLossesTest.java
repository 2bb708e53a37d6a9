package org.strnet.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** Four films: normal, osteopenia, osteoporosis, and one of which nothing is known. */
class MaskedLossesTest {

  private static final float NAN = Float.NaN;
  private static final float[] BONE_LOSS = {0, 1, 1, NAN};
  private static final float[] OSTEOPOROSIS = {NAN, 0, 1, NAN};
  private static final float[] T_SCORE = {0, -2, NAN, NAN};
  private static final float[] WEIGHT = {1, 0.5f, 1, 1};
  private static final float[] LOGITS = {0.5f, -1, 2, 3};

  private final Tensor screening = leaf();
  private final Tensor severity = leaf();
  private final Tensor tScore = leaf();

  private static Tensor leaf() {
    return Tensors.of(LOGITS, 4).set_requires_grad(true);
  }

  private MaskedLosses.Values losses() {
    var heads =
        new HeadTensors(
            screening, severity, tScore, torch.zeros(0), torch.zeros(0), Map.<Task, Tensor>of());
    var losses = new MaskedLosses(new MaskedLosses.Weights(1, 2, 3), 1, -1, 2);
    return losses.of(heads, Targets.of(BONE_LOSS, OSTEOPOROSIS, T_SCORE, WEIGHT));
  }

  /** Minus the log probability of what is. */
  private static double crossEntropy(double logit, double label) {
    double p = 1 / (1 + Math.exp(-logit));
    return -(label * Math.log(p) + (1 - label) * Math.log(1 - p));
  }

  @Test
  void losses_are_weighted_means_over_films_with_labels() {
    double byHand = (crossEntropy(0.5, 0) + 0.5 * crossEntropy(-1, 1) + crossEntropy(2, 1)) / 2.5;
    double severityByHand = (0.5 * crossEntropy(-1, 0) + crossEntropy(2, 1)) / 1.5;
    // Standardised T-scores: (0 + 1) / 2 = 0.5, (-2 + 1) / 2 = -0.5. Errors 0 and -0.5.
    double tScoreByHand = (0 + 0.5 * 0.5 * 0.25) / 1.5;
    try (TensorScope scope = TensorScope.open()) {
      MaskedLosses.Values losses = losses();
      assertThat(Tensors.item(losses.screening())).isCloseTo(byHand, within(1e-6));
      assertThat(Tensors.item(losses.severity())).isCloseTo(severityByHand, within(1e-6));
      assertThat(Tensors.item(losses.tScore())).isCloseTo(tScoreByHand, within(1e-6));
      assertThat(Tensors.item(losses.total()))
          .isCloseTo(byHand + 2 * severityByHand + 3 * tScoreByHand, within(1e-5));
    }
  }

  @Test
  void unknown_labels_give_no_gradient() {
    try (TensorScope scope = TensorScope.open()) {
      losses().total().backward();
    }
    assertThat(moved(screening)).containsExactly(true, true, true, false);
    assertThat(moved(severity)).containsExactly(false, true, true, false);
    // The first film's T-score is met exactly; the second's is not.
    assertThat(moved(tScore)).containsExactly(false, true, false, false);
  }

  private static boolean[] moved(Tensor logits) {
    float[] gradient = Tensors.toArray(logits.grad());
    boolean[] moved = new boolean[gradient.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = gradient[i] != 0;
    }
    return moved;
  }

  @Test
  void far_errors_of_the_t_score_count_linearly() {
    try (TensorScope scope = TensorScope.open()) {
      var heads =
          new HeadTensors(
              torch.zeros(1),
              torch.zeros(1),
              Tensors.of(new float[] {4}, 1),
              torch.zeros(0),
              torch.zeros(0),
              Map.<Task, Tensor>of());
      var losses = TinyNetwork.losses().of(heads, TinyNetwork.tScoresOnly(0));
      assertThat(Tensors.item(losses.tScore())).isCloseTo(4 - 0.5, within(1e-6));
    }
  }

  @Test
  void negative_task_weights_are_refused() {
    assertThatThrownBy(() -> new MaskedLosses.Weights(1, -1, 1)).hasMessageContaining("-1.0");
  }
}
