package org.strnet.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strnet.pixels.Crop;
import org.strnet.radiograph.Radiograph;

class HeatMapPictureTest {

  private static final HeatMap RIGHT_HALF = new HeatMap(1, 2, new float[] {0, 1}, 0.25);

  private static int red(int rgb) {
    return rgb >> 16 & 0xff;
  }

  private static int blue(int rgb) {
    return rgb & 0xff;
  }

  private static boolean isGrey(int rgb) {
    return red(rgb) == blue(rgb) && red(rgb) == (rgb >> 8 & 0xff);
  }

  /** Rec. 709 luminance of linear light. */
  private static double luminance(int rgb) {
    return 0.2126 * linear(red(rgb))
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(blue(rgb));
  }

  private static double linear(int value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static long inkPixels(BufferedImage image, int fromRow) {
    int[] pixels =
        image.getRGB(
            0, fromRow, image.getWidth(), image.getHeight() - fromRow, null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(rgb -> (rgb & 0xffffff) == 0xe8e8e8).count();
  }

  @Test
  void colours_grow_lighter_from_the_first_to_the_last() {
    double before = -1;
    for (int i = 0; i <= 255; i++) {
      double lightness = Math.cbrt(luminance(HeatColours.of(i / 255.0)));
      assertThat(lightness).isGreaterThan(before - 0.004);
      before = lightness;
    }
    assertThat(before).isGreaterThan(0.85);
    assertThat(luminance(HeatColours.of(0))).isLessThan(0.05);
  }

  @Test
  void the_plain_crop_stands_beside_the_coloured_one() {
    BufferedImage image = HeatMapPicture.of(new float[] {0, 0, 0, 0}, 2, RIGHT_HALF);

    assertThat(isGrey(image.getRGB(16 + 440, 200))).isTrue();
    assertThat(isGrey(image.getRGB(480 + 5, 200))).isTrue();
    int hot = image.getRGB(480 + 440, 200);
    assertThat(red(hot)).isGreaterThan(blue(hot) + 60);
  }

  @Test
  void every_picture_says_what_it_is_not() {
    assertThat(HeatMapPicture.NOTICE).isEqualTo("explanation, not a diagnosis - research use only");
    BufferedImage image = HeatMapPicture.of(new float[4], 2, RIGHT_HALF);

    assertThat(inkPixels(image, image.getHeight() - 40)).isGreaterThan(500);
  }

  @Test
  void the_same_film_gives_the_same_picture() {
    int[] first =
        HeatMapPicture.of(new float[4], 2, RIGHT_HALF).getRGB(0, 0, 944, 500, null, 0, 944);

    assertThat(HeatMapPicture.of(new float[4], 2, RIGHT_HALF).getRGB(0, 0, 944, 500, null, 0, 944))
        .isEqualTo(first);
  }

  @Test
  void an_empty_map_says_so_without_colour() {
    HeatMap empty = new HeatMap(1, 1, new float[] {0}, 0);

    BufferedImage image = HeatMapPicture.of(new float[4], 2, empty);

    assertThat(isGrey(image.getRGB(700, 200))).isTrue();
  }

  @Test
  void a_crop_of_another_size_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeatMapPicture.of(new float[5], 2, RIGHT_HALF))
        .withMessageContaining("found 5");
  }

  @Test
  void letters_that_have_no_dots_are_refused() {
    assertThat(Lettering.width("abc 123", 1)).isPositive();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lettering.width("€", 1))
        .withMessageContaining("'€'");
  }

  /** A film of 400 x 200; the crop covers its right half, mirrored: the heat is on its left. */
  @Test
  void the_film_s_picture_frames_the_crop_and_lays_the_map_over_it() {
    short[] samples = new short[400 * 200];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (i % 400 / 2);
    }
    Radiograph film = Radiograph.of(400, 200, 8, samples);
    ExplainedKnee knee = new ExplainedKnee(new Crop(200, 0, 200, true), RIGHT_HALF);

    BufferedImage image = FilmPicture.of(film, List.of(knee));

    assertThat(isGrey(image.getRGB(100, 100))).isTrue();
    assertThat(image.getRGB(200, 100) & 0xffffff).isEqualTo(0x40d0ff);
    assertThat(red(image.getRGB(220, 100))).isGreaterThan(blue(image.getRGB(220, 100)) + 60);
    assertThat(isGrey(image.getRGB(390, 100))).isTrue();
    assertThat(inkPixels(image, 200)).isGreaterThan(100);
  }

  @Test
  void a_large_film_is_reduced_and_one_without_knees_is_shown_plain() {
    Radiograph film = Radiograph.of(1200, 2400, 12, new short[1200 * 2400]);

    BufferedImage image = FilmPicture.of(film, List.of());

    assertThat(image.getWidth()).isEqualTo(384);
    assertThat(image.getHeight()).isGreaterThan(768).isLessThan(800);
  }
}
