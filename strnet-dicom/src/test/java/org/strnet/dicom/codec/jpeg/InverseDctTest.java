package org.strnet.dicom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InverseDctTest {

  /** Levels of 12 bits; the formula of T.81, A.3.3, in double precision is the truth. */
  private static final double CLOSE = 0.004;

  @Test
  void blocks_of_12_bits_lie_within_thousandths_of_the_formula() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      float[] block = new float[64];
      for (int k = 0; k < 64; k++) {
        boolean present = random.nextInt(1 + i % 8) == 0;
        block[k] = present ? random.nextInt(8192) - 4096 : 0;
      }
      double[] expected = formula(block);
      InverseDct.transform(block);
      for (int k = 0; k < 64; k++) {
        assertThat(block[k] - expected[k]).isBetween(-CLOSE, CLOSE);
      }
    }
  }

  @Test
  void a_block_of_its_mean_alone_is_flat() {
    float[] block = new float[64];
    block[0] = 80;
    InverseDct.transform(block);
    for (float value : block) {
      assertThat(value).isBetween(9.9999f, 10.0001f);
    }
  }

  private static double[] formula(float[] block) {
    double[] samples = new double[64];
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        double sum = 0;
        for (int v = 0; v < 8; v++) {
          for (int u = 0; u < 8; u++) {
            double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1) / 4;
            sum +=
                scale
                    * block[8 * v + u]
                    * Math.cos((2 * x + 1) * u * Math.PI / 16)
                    * Math.cos((2 * y + 1) * v * Math.PI / 16);
          }
        }
        samples[8 * y + x] = sum;
      }
    }
    return samples;
  }
}
