package org.strnet.knee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.radiograph.Radiograph;

class FilmThumbnailTest {

  @Test
  void cells_are_area_means_scaled_to_the_unit_range() {
    // means of the 2x2 blocks: 0, 100, 200, 50
    short[] samples = {
      0, 0, 90, 110, //
      0, 0, 110, 90, //
      190, 210, 40, 60, //
      210, 190, 60, 40
    };
    Radiograph film = Radiograph.of(4, 4, 8, samples);
    float[] cells = FilmThumbnail.of(film, FilmWindow.whole(film), 2);
    assertThat(cells).containsExactly(new float[] {-1, 0, 1, -0.5f}, within(1e-3f));
  }

  @Test
  void the_narrow_film_lies_in_the_middle_of_padding() {
    short[] samples = new short[2 * 4];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i % 2 == 0 ? 1000 : 2000);
    }
    Radiograph film = Radiograph.of(2, 4, 12, samples);
    float[] cells = FilmThumbnail.of(film, FilmWindow.whole(film), 4);
    for (int row = 0; row < 4; row++) {
      assertThat(cells[row * 4]).isEqualTo(PercentileScaling.PADDING);
      assertThat(cells[row * 4 + 1]).isEqualTo(-1f, within(1e-6f));
      assertThat(cells[row * 4 + 2]).isEqualTo(1f, within(1e-6f));
      assertThat(cells[row * 4 + 3]).isEqualTo(PercentileScaling.PADDING);
    }
  }

  @Test
  void cells_that_do_not_divide_the_film_weigh_pixels_by_their_overlap() {
    Radiograph film = ramp(30, 30);
    FilmWindow window = new FilmWindow(3.7, 5.2, 17.3);
    float[] cells = FilmThumbnail.of(film, window, 7);
    // the ramp rises to the lower right: the first cell is the darkest, the last the brightest
    double darkest = overlapMean(film, window, 0, 0);
    double brightest = overlapMean(film, window, 6, 6);
    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 7; x++) {
        double mean = overlapMean(film, window, x, y);
        assertThat((double) cells[y * 7 + x])
            .isCloseTo(-1 + 2 * (mean - darkest) / (brightest - darkest), within(1e-3));
      }
    }
  }

  /** Mean of cell (x, y) of 7 x 7 pixel by pixel, each weighted by the area it shares. */
  private static double overlapMean(Radiograph film, FilmWindow window, int x, int y) {
    double cell = window.side() / 7;
    double sum = 0;
    for (int row = 0; row < film.height(); row++) {
      for (int column = 0; column < film.width(); column++) {
        sum +=
            film.sample(column, row)
                * overlap(column, window.left() + x * cell, cell)
                * overlap(row, window.top() + y * cell, cell);
      }
    }
    return sum / (cell * cell);
  }

  private static double overlap(int pixel, double from, double length) {
    return Math.max(0, Math.min(pixel + 1.0, from + length) - Math.max(pixel, from));
  }

  @Test
  void bit_depth_does_not_show() {
    SplittableRandom random = new SplittableRandom(3);
    short[] narrow = new short[60 * 40];
    short[] wide = new short[60 * 40];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (short) random.nextInt(256);
      wide[i] = (short) (narrow[i] * 16);
    }
    FilmWindow window = FilmWindow.whole(Radiograph.of(60, 40, 8, narrow));
    assertThat(FilmThumbnail.of(Radiograph.of(60, 40, 12, wide), window, 32))
        .containsExactly(
            FilmThumbnail.of(Radiograph.of(60, 40, 8, narrow), window, 32), within(1e-5f));
  }

  @Test
  void a_film_of_one_grey_value_becomes_zero() {
    Radiograph film = Radiograph.of(8, 8, 8, new short[64]);
    assertThat(FilmThumbnail.of(film, FilmWindow.whole(film), 4)).containsOnly(0f);
  }

  @Test
  void places_survive_the_way_to_the_window_and_back() {
    FilmWindow window = FilmWindow.around(812.5, 300.25, 640);
    assertThat(window.filmX(0.5)).isEqualTo(812.5);
    assertThat(window.filmY(0.5)).isEqualTo(300.25);
    for (double place : new double[] {-20, 0, 17.25, 1500}) {
      assertThat(window.filmX(window.fractionX(place))).isCloseTo(place, within(1e-9));
      assertThat(window.filmY(window.fractionY(place))).isCloseTo(place, within(1e-9));
    }
  }

  private static Radiograph ramp(int width, int height) {
    short[] samples = new short[width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (10 * (i % width) + 100 * (i / width));
    }
    return Radiograph.of(width, height, 16, samples);
  }
}
