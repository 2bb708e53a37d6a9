package org.strnet.radiograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadiographTest {

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void samples_are_unsigned_whatever_their_width(int bits) {
    int white = (1 << bits) - 1;
    short[] samples = {0, 1, 2, 3, 4, (short) white};
    Radiograph film = Radiograph.of(3, 2, bits, samples);
    assertThat(film.sample(2, 1)).isEqualTo(white);
    assertThat(film.samples()).isEqualTo(samples);
    int[] row = new int[2];
    film.copyRow(1, 1, row);
    assertThat(row).containsExactly(4, white);
    float[] sums = {10, 10, 10};
    film.addRow(1, 1, 2, 0.5f, sums);
    assertThat(sums).containsExactly(12, 10 + white / 2f, 10);
  }

  @Test
  void samples_are_copied_in_and_out() {
    short[] samples = new short[6];
    Radiograph film = Radiograph.of(3, 2, 12, samples);
    samples[0] = 7;
    film.samples()[1] = 8;
    assertThat(film.samples()).containsOnly(0);
  }

  @Test
  void a_sample_beyond_8_bits_and_a_wrong_count_are_the_callers_mistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Radiograph.of(1, 1, 8, new short[] {256}))
        .withMessageContaining("found 256");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Radiograph.of(3, 2, 8, new short[5]))
        .withMessageContaining("found 5");
  }

  /** 600 rows of white are more than 16 bits hold; 21 columns are not a multiple of eight. */
  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void sums_of_rows_are_exact(int bits) {
    short[] samples = new short[24 * 600];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((1 << bits) - 1 - i % 24);
    }
    Radiograph film = Radiograph.of(24, 600, bits, samples);
    int[] sums = new int[21];
    film.sumRows(0, 600, 3, sums);
    for (int x = 0; x < 21; x++) {
      assertThat(sums[x]).isEqualTo(600 * ((1 << bits) - 1 - (x + 3)));
    }
    film.sumRows(7, 7, 0, sums);
    assertThat(sums).containsOnly(0);
  }
}
