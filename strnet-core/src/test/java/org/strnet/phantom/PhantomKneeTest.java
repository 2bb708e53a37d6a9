package org.strnet.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.strnet.phantom.PhantomPatient.BodySide;
import org.strnet.phantom.PhantomPatient.Sex;

class PhantomKneeTest {

  private static final PhantomPatient PATIENT =
      new PhantomPatient(Sex.FEMALE, 60, 1.62, 68, -1, BodySide.RIGHT);

  private static PhantomKnee knee(double tScore, int number) {
    return PhantomKnee.draw(PATIENT.withTScore(tScore), 11, number);
  }

  @Test
  void the_femoral_cortex_thins_with_the_t_score() {
    for (double level : new double[] {-120, -70, -30}) {
      double healthy = knee(1, 0).femoralCortexMm(level);
      double less = knee(-1, 0).femoralCortexMm(level);
      double least = knee(-3, 0).femoralCortexMm(level);
      assertThat(healthy).isGreaterThan(less);
      assertThat(less).isGreaterThan(least);
      assertThat(least / less).isCloseTo(Math.exp(-0.3), within(0.02));
    }
  }

  @Test
  void the_shaft_has_a_thicker_cortex_than_the_condyles() {
    assertThat(knee(0, 1).femoralCortexMm(-120)).isGreaterThan(3 * knee(0, 1).femoralCortexMm(-25));
  }

  @Test
  void trabecular_streaks_stand_out_more_the_lower_the_t_score() {
    double[] scores = {1, -1, -3};
    double[] energy = new double[scores.length];
    for (int number = 0; number < 3; number++) {
      for (int i = 0; i < scores.length; i++) {
        energy[i] += texture(knee(scores[i], number));
      }
    }
    assertThat(energy[0]).isLessThan(energy[1]);
    assertThat(energy[1]).isLessThan(energy[2]);
  }

  /** Mean squared difference to the mean 1.5 mm to both sides, relative to the path squared. */
  private static double texture(PhantomKnee knee) {
    double energy = 0;
    int n = 0;
    for (double y = 22; y < 32; y += 0.5) {
      for (double x = -12; x < 12; x += 0.3) {
        double here = knee.boneMm(x, y);
        double beside = (knee.boneMm(x - 1.5, y) + knee.boneMm(x + 1.5, y)) / 2;
        energy += Math.pow((here - beside) / beside, 2);
        n++;
      }
    }
    return energy / n;
  }

  @Test
  void less_bone_lies_in_the_ray_of_a_lower_t_score() {
    assertThat(meanPath(knee(-3, 2))).isLessThan(0.75 * meanPath(knee(0, 2)));
  }

  private static double meanPath(PhantomKnee knee) {
    double sum = 0;
    for (double x = -20; x <= 20; x += 1) {
      sum += knee.boneMm(x, 25);
    }
    return sum / 41;
  }

  @Test
  void the_plateau_is_as_wide_as_stated_and_centred() {
    PhantomKnee knee = knee(-1, 3);
    double low = 0;
    double high = 0;
    for (double x = -60; x <= 60; x += 0.1) {
      if (knee.boneMm(x, 8) > 0 && Math.abs(x) < knee.plateauMm() * 0.56) {
        low = Math.min(low, x);
        high = Math.max(high, x);
      }
    }
    assertThat(high - low).isCloseTo(knee.plateauMm(), within(1.5));
    assertThat(low + high).isCloseTo(0, within(1.5));
  }

  @Test
  void no_bone_lies_in_the_joint_space_or_beside_the_leg() {
    PhantomKnee knee = knee(-1, 4);
    assertThat(knee.boneMm(-0.3 * knee.plateauMm(), 0)).isZero();
    assertThat(knee.boneMm(90, -40)).isZero();
    assertThat(knee.boneMm(0.52 * knee.plateauMm(), 0.4 * knee.plateauMm())).isPositive();
  }
}
