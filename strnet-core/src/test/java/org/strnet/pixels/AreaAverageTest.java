package org.strnet.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.radiograph.Radiograph;

class AreaAverageTest {

  @Test
  void four_pixels_become_their_mean() {
    Radiograph film = film(2, 2, 10, 20, 30, 60);
    assertThat(AreaAverage.reduce(film, new Crop(0, 0, 2, false), 1, 0)).containsExactly(30f);
  }

  @Test
  void a_cell_counts_the_parts_of_pixels_that_it_covers() {
    Radiograph film = film(3, 3, 0, 40, 80, 0, 40, 80, 0, 40, 80);
    // one cell from 0.5 to 2: (0.5 * 0 + 1 * 40) / 1.5; the rows are equal
    float[] one = AreaAverage.reduce(film, new Crop(0.5, 0.5, 1.5, false), 1, 0);
    assertThat(one).hasSize(1);
    assertThat(one[0]).isCloseTo(40 / 1.5f, within(1e-4f));
    // two cells of 1.5 pixels: (0 + 0.5 * 40) / 1.5 and (0.5 * 40 + 80) / 1.5
    float[] four = AreaAverage.reduce(film, new Crop(0, 0, 3, false), 2, 0);
    assertThat(four)
        .containsExactly(new float[] {20 / 1.5f, 100 / 1.5f, 20 / 1.5f, 100 / 1.5f}, within(1e-4f));
  }

  @Test
  void a_mirrored_crop_exchanges_left_and_right() {
    Radiograph film = film(4, 2, 10, 20, 30, 40, 50, 60, 70, 80);
    assertThat(AreaAverage.reduce(film, new Crop(1, 0, 2, true), 2, 0))
        .containsExactly(30, 20, 70, 60);
  }

  @Test
  void cells_smaller_than_a_pixel_are_interpolated_at_their_centres() {
    Radiograph film = film(2, 2, 0, 100, 0, 100);
    // centres at 0.25, 0.75, 1.25, 1.75; pixel centres at 0.5 and 1.5; the border goes on
    float[] cells = AreaAverage.reduce(film, new Crop(0, 0, 2, false), 4, 0);
    for (int y = 0; y < 4; y++) {
      assertThat(cells[4 * y]).isCloseTo(0, within(1e-4f));
      assertThat(cells[4 * y + 1]).isCloseTo(25, within(1e-4f));
      assertThat(cells[4 * y + 2]).isCloseTo(75, within(1e-4f));
      assertThat(cells[4 * y + 3]).isCloseTo(100, within(1e-4f));
    }
  }

  @Test
  void beyond_the_film_the_nearest_pixel_goes_on() {
    Radiograph film = film(2, 2, 10, 20, 30, 40);
    assertThat(AreaAverage.reduce(film, new Crop(0, 0, 2, false), 2, 1))
        .containsExactly(10, 10, 20, 20, 10, 10, 20, 20, 30, 30, 40, 40, 30, 30, 40, 40);
  }

  @Test
  void the_mean_of_the_cells_is_the_mean_of_the_pixels() {
    SplittableRandom random = new SplittableRandom(11);
    for (int run = 0; run < 50; run++) {
      int side = 20 + random.nextInt(200);
      int cells = 1 + random.nextInt(side);
      int[] values = random.ints((long) side * side, 0, 4096).toArray();
      double mean = 0;
      for (int value : values) {
        mean += (double) value / values.length;
      }
      double reduced = 0;
      float[] grid =
          AreaAverage.reduce(film(side, side, values), new Crop(0, 0, side, false), cells, 0);
      for (float value : grid) {
        reduced += (double) value / grid.length;
      }
      assertThat(reduced).as("side %d, cells %d", side, cells).isCloseTo(mean, within(0.01));
    }
  }

  private static Radiograph film(int width, int height, int... values) {
    short[] samples = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      samples[i] = (short) values[i];
    }
    return Radiograph.of(width, height, 12, samples);
  }
}
