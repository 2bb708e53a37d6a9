package org.strnet.server.quality.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.strnet.evaluation.agreement.BlandAltman;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.estimate.Estimate;

/**
 * Differences of two numbers against their mean, with bias and limits of agreement.
 *
 * @param title what it shows
 * @param pairs the numbers
 * @param agreement of them, estimable
 */
public record AgreementChart(String title, NumberPairs pairs, BlandAltman agreement) {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 300;
  private static final int LEFT = 48;

  /** Draws it. */
  public String svg() {
    double[] estimates = pairs.estimates();
    double[] references = pairs.references();
    double[] means =
        IntStream.range(0, estimates.length)
            .mapToDouble(i -> (estimates[i] + references[i]) / 2)
            .toArray();
    double[] differences =
        IntStream.range(0, estimates.length)
            .mapToDouble(i -> estimates[i] - references[i])
            .toArray();
    double first = Math.floor(Arrays.stream(means).min().orElse(0));
    double last = Math.ceil(Arrays.stream(means).max().orElse(1));
    double reach = reach(differences);
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    Frame frame = new Frame(WIDTH, HEIGHT, LEFT, -reach, reach, last - first);
    frame.scale(svg, "%.1f", 1);
    for (double tick : Frame.ticks(first, last)) {
      svg.text(
          "label",
          frame.x(tick - first),
          frame.bottom() + 18,
          Svg.Anchor.MIDDLE,
          String.format(Locale.ROOT, "%.1f", tick).replace('-', '\u2212'));
    }
    for (int i = 0; i < means.length; i++) {
      svg.circle("dot", frame.x(means[i] - first), frame.y(differences[i]), 2.6, "");
    }
    level(svg, frame, "series", agreement.bias());
    level(svg, frame, "limit", agreement.lower());
    level(svg, frame, "limit", agreement.upper());
    return svg.xml();
  }

  /** Half the height of the plot, in SD: the farthest point or limit and a little room. */
  private double reach(double... differences) {
    return 0.2
        + DoubleStream.concat(
                Arrays.stream(differences),
                DoubleStream.of(
                    agreement.lower().low().orElse(0), agreement.upper().high().orElse(0)))
            .map(Math::abs)
            .max()
            .orElse(1);
  }

  private static void level(Svg svg, Frame frame, String style, Estimate level) {
    double y = frame.y(level.value().orElseThrow());
    svg.line(style, LEFT, y, frame.right(), y);
  }
}
