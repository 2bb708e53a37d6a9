package org.strnet.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussianBlurTest {

  @Test
  void a_constant_image_stays_as_it_is() {
    float[] image = new float[64];
    Arrays.fill(image, 0.5f);
    GaussianBlur.apply(image, 8, 1.5);
    for (float value : image) {
      assertThat(value).isCloseTo(0.5f, within(1e-6f));
    }
  }

  /** Along one axis the kernel of deviation 1 is exp(-k^2 / 2) / sum over -3..3, sum = 2.5059. */
  @Test
  void a_point_becomes_a_gaussian() {
    float[] image = new float[15 * 15];
    image[7 * 15 + 7] = 1;
    GaussianBlur.apply(image, 15, 1);
    assertThat(image[7 * 15 + 7]).isCloseTo((float) (1 / (2.5059 * 2.5059)), within(1e-4f));
    assertThat(image[7 * 15 + 8] / image[7 * 15 + 7])
        .isCloseTo((float) Math.exp(-0.5), within(1e-5f));
    assertThat(image[6 * 15 + 7]).isEqualTo(image[7 * 15 + 8]);
  }
}
