package org.strnet.study.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.study.plot.FigureText;

/**
 * Four films: 0.9 with the finding, 0.7 without, 0.6 with, 0.2 without. From the highest score down
 * the curve goes up to 0.5, right to 0.5, up to 1, right to 1, so the area is 3/4. In a drawing of
 * 440 by 350 the frame is 58 to 424 across and 14 to 304 down: the corners are (58, 304), (58,
 * 159), (241, 159), (241, 14), (424, 14). Decisions at 0.6 find both and cost one: (241, 14).
 */
class RocFigureTest {

  private static final FigureText TEXT = new FigureText("figure", "ROC", "Four films.");

  private static final BinaryScores FILMS =
      new BinaryScores(new double[] {0.9, 0.7, 0.6, 0.2}, new boolean[] {true, false, true, false});

  @Test
  void the_curve_of_four_films_goes_where_they_send_it() {
    assertThat(RocFigure.of(TEXT, FILMS, metrics(), "screening").toString())
        .contains("d=\"M58 304L58 159L241 159L241 14L424 14\"");
  }

  /** The file was looked at in a browser; it changes when the drawing is meant to. */
  @Test
  void the_whole_figure_is_as_it_was_looked_at() throws IOException {
    assertThat(RocFigure.of(TEXT, FILMS, metrics(), "screening").toString())
        .isEqualTo(golden("roc.svg"));
  }

  @Test
  void one_label_alone_has_no_curve_but_a_reason() {
    BinaryScores positive = new BinaryScores(new double[] {0.1, 0.2}, new boolean[] {true, true});
    assertThat(RocFigure.of(TEXT, positive, new Metrics(Map.of()), "screening").toString())
        .contains("not estimable (n = 2)")
        .doesNotContain("<path d=\"M58 304");
  }

  private static Metrics metrics() {
    ConfusionCounts counts =
        ConfusionCounts.of(
            new boolean[] {true, true, true, false}, new boolean[] {true, false, true, false});
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    metrics.put("screening.auroc", Auroc.estimate(FILMS));
    metrics.put("screening.sensitivity", counts.sensitivity());
    metrics.put("screening.specificity", counts.specificity());
    return new Metrics(metrics);
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = RocFigureTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
