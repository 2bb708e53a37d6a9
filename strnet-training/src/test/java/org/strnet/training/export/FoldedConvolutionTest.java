package org.strnet.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.strnet.training.export.FoldedConvolution.Normalisation;

class FoldedConvolutionTest {

  /**
   * Channel 0: gamma 2, variance 3, epsilon 1, so the factor is 2 / 2 = 1; beta 5, mean 7 give bias
   * -2. Channel 1: gamma -3, variance 8, factor -3 / 3 = -1; beta 0, mean 4 give bias 4.
   */
  @Test
  void a_normalisation_folds_as_worked_by_hand() {
    Normalisation normalisation =
        new Normalisation(
            new float[] {2, -3}, new float[] {5, 0}, new float[] {7, 4}, new float[] {3, 8}, 1);

    FoldedConvolution folded = FoldedConvolution.of(new float[] {10, 20, 30, 40}, normalisation);

    assertThat(folded.weight()).containsExactly(10, 20, -30, -40);
    assertThat(folded.bias()).containsExactly(-2, 4);
  }

  @Test
  void channels_of_unequal_number_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Normalisation(new float[2], new float[2], new float[2], new float[1], 1e-5))
        .withMessageContaining("found 2, 2, 2, 1");
  }
}
