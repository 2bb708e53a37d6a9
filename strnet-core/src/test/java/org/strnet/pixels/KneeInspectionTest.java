package org.strnet.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.strnet.knee.KneeRegion;
import org.strnet.phantom.PhantomFilm;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.Radiograph;

class KneeInspectionTest {

  private static final int SIZE = 160;
  private static final KneePixels PIXELS =
      new KneePixels(new PixelSpecification(SIZE, 1.3, 0.1, 1, 99));

  @Test
  void phantom_knees_without_metal_pass() {
    for (int number = 0; number < 24; number++) {
      PhantomFilm phantom = PhantomFilm.draw(7, number, 8);
      for (KneeRegion knee : phantom.knees()) {
        assertThat(inspect(phantom.radiograph(), knee)).as("phantom %d", number).isEmpty();
      }
    }
  }

  @Test
  void a_knee_prosthesis_is_recognised() {
    for (int number = 0; number < 12; number++) {
      PhantomFilm phantom = PhantomFilm.draw(7, number, 8);
      KneeRegion knee = phantom.knees().get(0);
      assertThat(reason(withProsthesis(phantom.radiograph(), knee), knee))
          .as("phantom %d", number)
          .contains(Reason.IMPLANT_OR_CAST);
    }
  }

  /** White borders on both sides, as letterboxed films have them, lie within a wide crop only. */
  @Test
  void what_a_wide_crop_shows_beside_the_knee_is_no_metal() {
    PhantomFilm phantom = PhantomFilm.draw(7, 0, 8);
    KneeRegion knee = phantom.knees().get(0);
    Radiograph film = phantom.radiograph();
    short[] samples = film.samples();
    for (int i = 0; i < samples.length; i++) {
      double x = (i % film.width() - knee.cx() * film.width()) / knee.plateauWidth() / film.width();
      samples[i] = Math.abs(x) > 0.8 ? (short) ((1 << film.bits()) - 1) : samples[i];
    }
    Radiograph bordered = Radiograph.of(film.width(), film.height(), film.bits(), samples);
    PixelSpecification wide = new PixelSpecification(SIZE, 2, 0.1, 1, 99);
    float[] input = new KneePixels(wide).input(bordered, knee);

    assertThat(KneeInspection.refusal(input, SIZE)).isPresent();
    assertThat(KneeInspection.refusal(bordered, knee, wide, input)).isEmpty();
    assertThat(KneeInspection.refusal(withProsthesis(bordered, knee), knee, wide, input))
        .map(NotAssessable::reason)
        .contains(Reason.IMPLANT_OR_CAST);
  }

  @Test
  void noise_alone_is_no_knee_of_quality() {
    SplittableRandom random = new SplittableRandom(3);
    float[] noise = new float[SIZE * SIZE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (random.nextDouble() * 1.6 - 0.8);
    }
    assertThat(KneeInspection.refusal(noise, SIZE))
        .map(NotAssessable::reason)
        .contains(Reason.POOR_IMAGE_QUALITY);
  }

  @Test
  void a_ramp_without_edges_is_no_knee_of_quality() {
    float[] ramp = new float[SIZE * SIZE];
    for (int i = 0; i < ramp.length; i++) {
      int row = i / SIZE;
      ramp[i] = 0.8f * row / SIZE;
    }
    assertThat(KneeInspection.refusal(ramp, SIZE))
        .map(NotAssessable::detail)
        .contains("neighbours differ by 0.02 on average, found 0.010");
  }

  @Test
  void grey_values_that_are_cut_off_show_no_bone() {
    float[] cutOff = new float[SIZE * SIZE];
    for (int i = 0; i < cutOff.length; i++) {
      cutOff[i] = i % SIZE < SIZE * 0.3 ? -1 : (float) Math.sin(i % SIZE / 5.0);
    }
    assertThat(KneeInspection.refusal(cutOff, SIZE)).isEmpty();
    for (int i = 0; i < cutOff.length; i++) {
      cutOff[i] = i % SIZE < SIZE * 0.6 ? -1 : cutOff[i];
    }
    assertThat(KneeInspection.refusal(cutOff, SIZE))
        .map(NotAssessable::reason)
        .contains(Reason.POOR_IMAGE_QUALITY);
  }

  @Test
  void an_input_of_another_size_is_a_mistake() {
    assertThatThrownBy(() -> KneeInspection.refusal(new float[10], SIZE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 10 values");
  }

  /** A femoral shield, a tibial tray and its stem, as bright as the film can be. */
  static Radiograph withProsthesis(Radiograph film, KneeRegion knee) {
    short[] samples = film.samples();
    short metal = (short) ((1 << film.bits()) - 1);
    double plateau = knee.plateauWidth() * film.width();
    for (int i = 0; i < samples.length; i++) {
      int column = i % film.width();
      int row = i / film.width();
      double x = (column - knee.cx() * film.width()) / plateau;
      double y = (row - knee.cy() * film.height()) / plateau;
      boolean shield = Math.abs(x) < 0.46 && y < -0.04 && y > -0.34 + x * x / 4;
      boolean tray = Math.abs(x) < 0.47 && y > 0.05 && y < 0.1;
      boolean stem = Math.abs(x) < 0.07 && y >= 0.1 && y < 0.45;
      if (shield || tray || stem) {
        samples[i] = metal;
      }
    }
    return Radiograph.of(film.width(), film.height(), film.bits(), samples);
  }

  private static Optional<NotAssessable> inspect(Radiograph film, KneeRegion knee) {
    return KneeInspection.refusal(PIXELS.input(film, knee), SIZE);
  }

  private static Optional<Reason> reason(Radiograph film, KneeRegion knee) {
    return inspect(film, knee).map(NotAssessable::reason);
  }
}
