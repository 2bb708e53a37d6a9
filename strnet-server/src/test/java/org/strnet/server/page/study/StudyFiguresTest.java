package org.strnet.server.page.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.strnet.server.result.KneeFinding;

/** Places and words of the page's figures, worked by hand. */
class StudyFiguresTest {

  private static KneeFinding knee(
      double boneLoss, double severity, double t, double low, double high) {
    return new KneeFinding(
        "R",
        0.5,
        0.5,
        0.3,
        boneLoss,
        OptionalDouble.of(severity),
        OptionalDouble.of(t),
        OptionalDouble.of(low),
        OptionalDouble.of(high),
        "refer",
        Optional.empty());
  }

  @Test
  void a_t_score_lies_on_a_scale_of_five_from_plus_one_to_minus_four() {
    assertThat(TScoreMark.place(1)).isZero();
    assertThat(TScoreMark.place(-1)).isEqualTo(40);
    assertThat(TScoreMark.place(-2.5)).isEqualTo(70);
    assertThat(TScoreMark.place(-4)).isEqualTo(100);
  }

  @Test
  void an_estimate_carries_its_interval_and_stays_on_the_scale() {
    TScoreMark mark = TScoreMark.of(knee(0.5, 0.5, -1.9, -3.1, -0.7)).orElseThrow();
    assertThat(mark.value()).isEqualTo("\u22121.9");
    assertThat(mark.interval()).isEqualTo("\u22123.1 to \u22120.7");
    assertThat(mark.at()).isEqualTo("58.00%");
    assertThat(mark.from()).isEqualTo("34.00%");
    assertThat(mark.wide()).isEqualTo("48.00%");
    assertThat(mark.beyond()).isFalse();

    TScoreMark far = TScoreMark.of(knee(0.5, 0.5, -3.5, -4.5, -2.5)).orElseThrow();
    assertThat(far.from()).isEqualTo("70.00%");
    assertThat(far.wide()).isEqualTo("30.00%");
    assertThat(far.beyond()).isTrue();
  }

  @Test
  void the_three_classes_follow_from_the_two_probabilities() {
    ThreeClassBar bar = ThreeClassBar.of(knee(0.8, 0.25, -2, -3, -1)).orElseThrow();
    assertThat(bar.parts())
        .extracting(ThreeClassBar.Part::from)
        .containsExactly("0.00%", "20.00%", "80.00%");
    assertThat(bar.parts())
        .extracting(ThreeClassBar.Part::share)
        .containsExactly("20\u00a0%", "60\u00a0%", "20\u00a0%");
  }

  @Test
  void names_are_shown_as_people_write_them() {
    assertThat(Figures.patientName("Example^Anna^Maria^Dr.")).isEqualTo("Example, Anna Maria");
    assertThat(Figures.patientName("Example")).isEqualTo("Example");
    assertThat(Figures.patientName("Yamada^Tarou=\u5c71\u7530^\u592a\u90ce"))
        .isEqualTo("Yamada, Tarou");
    assertThat(Figures.patientName("")).isEmpty();
  }

  @Test
  void numbers_have_the_signs_that_readers_expect() {
    assertThat(Figures.tScore(-0.04)).isEqualTo("0.0");
    assertThat(Figures.tScore(0.26)).isEqualTo("+0.3");
    assertThat(Figures.plain(63)).isEqualTo("63");
    assertThat(Figures.plain(27.44)).isEqualTo("27.4");
    assertThat(Figures.bytes(456_000)).isEqualTo("456 kB");
    assertThat(Figures.bytes(13_200_000)).isEqualTo("13.2 MB");
  }

  @Test
  void a_knee_is_named_by_its_side_or_by_its_place() {
    assertThat(KneeView.name("R", 0, 2)).isEqualTo("Right knee");
    assertThat(KneeView.name("", 0, 1)).isEqualTo("Knee");
    assertThat(List.of(KneeView.name("", 0, 2), KneeView.name("", 1, 2)))
        .containsExactly("Knee 1", "Knee 2");
  }
}
