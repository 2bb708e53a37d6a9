package org.strnet.study.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.study.plot.FigureText;

class ManyFilmsTest {

  private static final FigureText TEXT = new FigureText("figure", "title", "description");

  @Test
  void all_of_five_thousand_films_are_drawn_and_one_in_three_of_twelve_thousand() {
    assertThat(new Shown(5000).rows()).hasSize(5000);
    assertThat(new Shown(12_000).rows()).hasSize(4000).startsWith(0, 3, 6);
  }

  @Test
  void a_scatter_of_many_films_says_how_many_it_draws() {
    double[] scores = new double[12_000];
    Arrays.setAll(scores, i -> -4 + i / 2400.0);

    String svg =
        ScatterFigure.of(TEXT, new NumberPairs(scores, scores), "T-score", true).toString();

    assertThat(svg).contains("one film in 3 is drawn");
  }

  @Test
  void a_curve_of_many_films_has_no_more_points_than_can_be_seen() {
    double[] scores = new double[200_000];
    boolean[] positive = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i / (double) scores.length;
      positive[i] = i % 2 == 0;
    }

    String svg =
        RocFigure.of(TEXT, new BinaryScores(scores, positive), new Metrics(Map.of()), "x")
            .toString();

    // The frame is some 400 units wide and 300 high, and a step at least a tenth of one.
    assertThat(svg.length()).isLessThan(200_000);
  }
}
