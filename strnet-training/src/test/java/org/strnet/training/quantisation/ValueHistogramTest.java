package org.strnet.training.quantisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValueHistogramTest {

  @Test
  void a_range_holds_zero_exactly() {
    ValueRange range = new ValueRange(-1, 4.1);

    assertThat(range.scale()).isCloseTo(0.02f, within(1e-8f));
    assertThat(range.zeroPoint()).isEqualTo(50);
    assertThat(new ValueRange(0, 6).zeroPoint()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new ValueRange(1, 2));
  }

  @Test
  void evenly_spread_values_keep_their_whole_range() {
    ValueHistogram histogram = new ValueHistogram();
    float[] values = new float[6000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i + 1) / 1000f;
    }
    histogram.add(values);

    assertThat(histogram.best()).isEqualTo(new ValueRange(0, 6));
  }

  @Test
  void a_lone_outlier_is_cut_off() {
    ValueHistogram histogram = new ValueHistogram();
    float[] values = spread(100_000);
    values[7] = 20;
    histogram.add(values);

    // 1e5 ((h + 0.5) / 255)^2 / 12 + (20 - h)^2 is least at h = 17.7.
    assertThat(histogram.best().high()).isBetween(17.0, 18.4);

    histogram.add(values.clone());
    histogram.add(spread(5_000_000));
    // Of 5.2 million beside two outliers: least at h = 4.2.
    assertThat(histogram.best().high()).isBetween(3.6, 4.8);
    // Less than a bin, 1/64 where 20 occurs, is not told apart.
    assertThat(histogram.best().low()).isBetween(-0.5, -0.5 + 1.0 / 64);
  }

  /** Evenly over -0.5 to 0.5. */
  private static float[] spread(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (i + 0.5f) / count - 0.5f;
    }
    return values;
  }

  @Test
  void the_order_of_the_values_does_not_matter() {
    ValueHistogram rising = new ValueHistogram();
    ValueHistogram falling = new ValueHistogram();
    rising.add(new float[] {0.001f, -0.3f, 7});
    falling.add(new float[] {7, -0.3f, 0.001f});

    assertThat(rising.best()).isEqualTo(falling.best());
  }

  @Test
  void zeros_alone_have_a_range_and_what_is_not_finite_is_refused() {
    ValueHistogram histogram = new ValueHistogram();
    histogram.add(new float[3]);

    assertThat(histogram.best()).isEqualTo(new ValueRange(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> histogram.add(new float[] {Float.NaN}));
  }
}
