package org.strnet.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;

class KneePixelsTest {

  private static final PixelSpecification SPECIFICATION =
      new PixelSpecification(48, 1.3, 0.1, 1, 99);

  private final KneePixels pixels = new KneePixels(SPECIFICATION);

  @Test
  void a_crop_is_so_many_plateau_widths_and_shifted_up() {
    KneeRegion knee = KneeRegion.annotated(0.5, 0.5, 0.4, FibulaSide.RIGHT);
    Crop crop = pixels.crop(noise(100, 200, 1), knee);
    // plateau 40 pixels: side 1.3 * 40, centre at (50, 100 - 0.1 * 40)
    assertThat(crop.side()).isCloseTo(52, within(1e-9));
    assertThat(crop.left()).isCloseTo(50 - 26, within(1e-9));
    assertThat(crop.top()).isCloseTo(96 - 26, within(1e-9));
    assertThat(crop.mirrored()).isFalse();
  }

  @Test
  void the_patch_holds_the_same_input_as_the_direct_path() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 40; i++) {
      Radiograph film = noise(120 + random.nextInt(200), 120 + random.nextInt(200), i);
      KneeRegion knee = anyKnee(random);
      assertThat(pixels.patch(film, knee).input()).isEqualTo(pixels.input(film, knee));
    }
  }

  @Test
  void a_mirrored_film_with_a_mirrored_knee_gives_the_same_input() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 40; i++) {
      Radiograph film = noise(120 + random.nextInt(200), 120 + random.nextInt(200), i);
      KneeRegion knee = anyKnee(random);
      FibulaSide other = knee.fibulaSide() == FibulaSide.LEFT ? FibulaSide.RIGHT : FibulaSide.LEFT;
      KneeRegion mirrored =
          KneeRegion.annotated(1 - knee.cx(), knee.cy(), knee.plateauWidth(), other);
      assertThat(pixels.input(mirrored(film), mirrored))
          .containsExactly(pixels.input(film, knee), within(1f / GreyScaling.STEPS));
    }
  }

  @Test
  void a_knee_of_unknown_side_stays_as_it_is() {
    Radiograph film = noise(200, 200, 3);
    assertThat(pixels.input(film, KneeRegion.annotated(0.5, 0.5, 0.5, FibulaSide.UNKNOWN)))
        .isEqualTo(pixels.input(film, KneeRegion.annotated(0.5, 0.5, 0.5, FibulaSide.RIGHT)));
  }

  @Test
  void brighter_or_steeper_grey_values_leave_the_input_unchanged() {
    KneeRegion knee = KneeRegion.annotated(0.5, 0.5, 0.7, FibulaSide.LEFT);
    float[] input = pixels.input(changed(noise(150, 180, 4), 1, 0), knee);
    float[] brighter = pixels.input(changed(noise(150, 180, 4), 1, 3000), knee);
    float[] steeper = pixels.input(changed(noise(150, 180, 4), 7, 0), knee);
    assertThat(brighter).containsExactly(input, within(2f / GreyScaling.STEPS));
    assertThat(steeper).containsExactly(input, within(2f / GreyScaling.STEPS));
  }

  @Test
  void percentiles_become_minus_one_and_one_and_what_lies_beyond_is_clamped() {
    float[] input =
        pixels.input(noise(300, 300, 5), KneeRegion.annotated(0.5, 0.5, 0.6, FibulaSide.RIGHT));
    int low = 0;
    int high = 0;
    for (float value : input) {
      assertThat(value).isBetween(-1f, 1f);
      low += value == -1 ? 1 : 0;
      high += value == 1 ? 1 : 0;
    }
    // 48 * 48 cells: 1 % of them on either side
    assertThat(low).isBetween(22, 26);
    assertThat(high).isBetween(22, 26);
  }

  @Test
  void a_knee_mostly_off_the_film_is_refused() {
    Radiograph film = noise(200, 200, 6);
    // side 104, top edge at 42 or at -42 .. : 58 % of it on the film
    KneeRegion cut = KneeRegion.annotated(0.5, 0.08, 0.4, FibulaSide.RIGHT);
    assertThat(pixels.crop(film, cut).shareOn(film)).isCloseTo(60 / 104.0, within(1e-9));
    assertThat(refusal(film, cut)).isEqualTo(Reason.KNEE_CUT_OFF);
    KneeRegion enough = KneeRegion.annotated(0.5, 0.1, 0.4, FibulaSide.RIGHT);
    assertThat(pixels.input(film, enough)).hasSize(48 * 48);
  }

  @Test
  void what_lies_beyond_the_film_is_the_nearest_film_pixel() {
    Radiograph film = noise(200, 200, 6);
    float[] input = pixels.input(film, KneeRegion.annotated(0.5, 0.12, 0.4, FibulaSide.RIGHT));
    // top edge at -36 pixels: of 48 rows the first 16 lie beyond the film and repeat row 0
    for (int x = 0; x < 48; x++) {
      assertThat(input[3 * 48 + x]).isEqualTo(input[15 * 48 + x]);
    }
  }

  @Test
  void a_knee_without_contrast_is_refused() {
    Radiograph film = Radiograph.of(100, 100, 8, new short[100 * 100]);
    assertThat(refusal(film, KneeRegion.annotated(0.5, 0.5, 0.5, FibulaSide.RIGHT)))
        .isEqualTo(Reason.NO_CONTRAST);
  }

  @Test
  void a_knee_smaller_than_the_grid_is_interpolated() {
    short[] ramp = new short[100 * 100];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (short) (2 * (i % 100));
    }
    float[] input =
        pixels.input(
            Radiograph.of(100, 100, 8, ramp),
            KneeRegion.annotated(0.5, 0.5, 0.2, FibulaSide.RIGHT));
    // 26 pixels on 48 cells: a linear ramp stays linear
    for (int x = 5; x < 43; x++) {
      assertThat(input[x + 1] - input[x]).isCloseTo(2 / 46f, within(2e-3f));
    }
  }

  private Reason refusal(Radiograph film, KneeRegion knee) {
    return catchThrowableOfType(NotAssessableException.class, () -> pixels.input(film, knee))
        .notAssessable()
        .reason();
  }

  private static KneeRegion anyKnee(SplittableRandom random) {
    return KneeRegion.annotated(
        0.35 + 0.3 * random.nextDouble(),
        0.35 + 0.3 * random.nextDouble(),
        0.2 + 0.25 * random.nextDouble(),
        random.nextBoolean() ? FibulaSide.LEFT : FibulaSide.RIGHT);
  }

  private static Radiograph noise(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    short[] samples = new short[width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (random.nextInt(1000) + 2 * (i % width));
    }
    return Radiograph.of(width, height, 14, samples);
  }

  private static Radiograph changed(Radiograph film, int factor, int offset) {
    short[] samples = film.samples();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (samples[i] * factor + offset);
    }
    return Radiograph.of(film.width(), film.height(), 14, samples);
  }

  private static Radiograph mirrored(Radiograph film) {
    short[] samples = new short[film.width() * film.height()];
    for (int y = 0; y < film.height(); y++) {
      for (int x = 0; x < film.width(); x++) {
        samples[y * film.width() + x] = (short) film.sample(film.width() - 1 - x, y);
      }
    }
    return Radiograph.of(film.width(), film.height(), film.bits(), samples);
  }
}
