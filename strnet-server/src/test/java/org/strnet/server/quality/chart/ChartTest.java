package org.strnet.server.quality.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.strnet.decision.Proportion;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartTest {

  private static Document parsed(String svg) throws Exception {
    assertThat(svg).doesNotContain("style=").doesNotContain("NaN").doesNotContain("Infinity");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static Element first(Document svg, String name) {
    NodeList all = svg.getElementsByTagName(name);
    return (Element) all.item(0);
  }

  /** The plot is 191 high below 14: 0.25 of 0.5 lies at 14 + 176 x 0.5 = 102. */
  @Test
  void a_rate_is_drawn_at_its_height() throws Exception {
    Document svg =
        parsed(
            new RateChart(
                    "rate",
                    List.of(
                        new RateChart.Point("Jan", Optional.of(new Proportion(1, 4))),
                        new RateChart.Point("Feb", Optional.empty())),
                    OptionalDouble.of(0.3),
                    0.5)
                .svg());

    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(1);
    assertThat(first(svg, "circle").getAttribute("cy")).isEqualTo("102.0");
    assertThat(first(svg, "circle").getTextContent())
        .isEqualTo("Jan: 1 of 4, 25.0 % (4.6 to 69.9)");
  }

  @Test
  void names_are_text_whatever_they_hold() throws Exception {
    String svg =
        new CountChart("a \"b\" <c>", List.of(new CountChart.Count("<script>x</script>", 3))).svg();

    assertThat(svg).doesNotContain("<script");
    assertThat(parsed(svg).getDocumentElement().getAttribute("aria-label"))
        .isEqualTo("a \"b\" <c>");
  }

  @Test
  void no_signal_is_hidden_where_films_are_many() throws Exception {
    double[] sums = new double[5000];
    sums[3217] = 9;
    Document svg =
        parsed(
            new SumChart(
                    "sums",
                    Collections.nCopies(5000, "day"),
                    new SumChart.Sums(sums, 8, OptionalInt.of(3217)),
                    List.of())
                .svg());

    // The top of the axis is 1.12 x 9; the highest point of the line is that of the signal.
    String signal = first(svg, "circle").getAttribute("cy");
    assertThat(first(svg, "polyline").getAttribute("points")).contains("," + signal);
  }

  @Test
  void charts_without_films_are_drawn_empty() throws Exception {
    parsed(new RateChart("rate", List.of(), OptionalDouble.empty(), 0.1).svg());
    parsed(new CountChart("counts", List.of()).svg());
    parsed(
        new SumChart(
                "sums",
                List.of(),
                new SumChart.Sums(new double[0], 8, OptionalInt.empty()),
                List.of())
            .svg());
  }

  @Test
  void ticks_are_round_numbers() {
    assertThat(Frame.ticks(0, 1)).containsExactly(0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0);
    assertThat(Frame.ticks(-7, 13)).containsExactly(-5.0, 0.0, 5.0, 10.0);
  }
}
