package org.strnet.dicom.result.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strnet.calibration.ConformalInterval;
import org.strnet.report.Estimate;

class LayoutTest {

  private static final Canvas.Style TEXT = new Canvas.Style(Face.REGULAR, 20, 0xffffff);

  /** Remembers what is drawn. */
  private static final class Recorder implements Canvas {
    private final List<String> texts = new ArrayList<>();
    private final List<double[]> dots = new ArrayList<>();
    private double lowest;

    @Override
    public void fill(Box box, int colour) {}

    @Override
    public void line(double x1, double y1, double x2, double y2, double width, int colour) {}

    @Override
    public void dot(double x, double y, double radius, int colour) {
      dots.add(new double[] {x, y});
    }

    @Override
    public void text(String text, double x, double baseline, Style style) {
      texts.add(text);
      lowest = Math.max(lowest, baseline);
    }

    @Override
    public void picture(BufferedImage picture, Box box) {}
  }

  /** Liberation Sans has the widths of Arial: 1139 units of 2048 for a digit. */
  @Test
  void a_line_is_as_wide_as_its_letters() {
    assertThat(Face.REGULAR.width("0000", 2048)).isEqualTo(4 * 1139);
    assertThat(TEXT.width("0")).isEqualTo(20 * 1139 / 2048.0);
  }

  @Test
  void letters_that_the_font_lacks_become_question_marks() {
    assertThat(Face.REGULAR.showable("Ö\u2212 \u6f22")).isEqualTo("Ö\u2212 ?");
  }

  @Test
  void letters_leave_ink_between_base_line_and_ascent_only() {
    PixelCanvas canvas = new PixelCanvas(100, 60);
    canvas.text("H", 10, 40, new Canvas.Style(Face.BOLD, 40, 0xffffff));
    BufferedImage image = canvas.finish();

    int inked = 0;
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 100; x++) {
        boolean ink = (image.getRGB(x, y) & 0xff) > 128;
        inked += ink ? 1 : 0;
        assertThat(ink && (y < 10 || y >= 41)).isFalse();
      }
    }
    assertThat(inked).isBetween(250, 700);
  }

  @Test
  void text_is_broken_between_words_and_no_line_is_too_wide() {
    Paragraph paragraph = Paragraph.of("one two three four five six seven", TEXT, 90);

    assertThat(String.join(" ", paragraph.lines())).isEqualTo("one two three four five six seven");
    assertThat(paragraph.lines()).allMatch(line -> TEXT.width(line) <= 90).hasSizeGreaterThan(2);
  }

  @Test
  void a_word_wider_than_the_column_is_cut() {
    Paragraph paragraph = Paragraph.of("0123456789abcdef0123456789abcdef", TEXT, 90);

    assertThat(paragraph.lines()).allMatch(line -> TEXT.width(line) <= 90);
    assertThat(paragraph.lines()).hasSizeGreaterThan(2);
  }

  @Test
  void numbers_below_zero_get_a_minus_sign_and_hyphens_stay() {
    assertThat(Paragraph.of("T-score -1.0 (-2.5 to 0.5)", TEXT, 900).lines())
        .containsExactly("T-score \u22121.0 (\u22122.5 to 0.5)");
  }

  /** From +1 at 100 to -4 at 600: 100 units per SD, so -2.5 lies at 450. */
  @Test
  void the_estimate_stands_at_its_place_on_the_scale() {
    Recorder canvas = new Recorder();
    Estimate estimate = Estimate.of(-2.5, new ConformalInterval(0.9, 1, 10));

    new WhoScale(canvas, Palette.DARK, 10).draw(estimate, 100, 0, 500);

    assertThat(canvas.dots.get(0)[0]).isEqualTo(450);
    assertThat(canvas.texts)
        .contains("normal", "osteopenia", "osteoporosis", "\u22121.0", "\u22122.5", "+1.0");
  }

  @Test
  void an_estimate_beyond_the_scale_stands_at_its_end() {
    Recorder canvas = new Recorder();

    new WhoScale(canvas, Palette.DARK, 10)
        .draw(new Estimate(-6.2, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), 100, 0, 500);

    assertThat(canvas.dots.get(0)[0]).isEqualTo(600);
    assertThat(canvas.texts).contains("\u22126.2");
  }

  @Test
  void notices_that_do_not_fit_are_announced_within_the_box() {
    Recorder canvas = new Recorder();
    NoticeList notices = new NoticeList(List.of("first", "second", "third", "fourth"), TEXT, 0);

    notices.draw(canvas, new Box(0, 0, 400, 3.6 * TEXT.leading()));

    assertThat(canvas.texts)
        .startsWith("first")
        .endsWith("More in the structured report.")
        .doesNotContain("fourth");
    assertThat(canvas.lowest).isLessThan(3.6 * TEXT.leading());
  }

  @Test
  void notices_that_fit_are_all_there() {
    Recorder canvas = new Recorder();
    NoticeList notices = new NoticeList(List.of("first", "second"), TEXT, 0);

    notices.draw(canvas, new Box(0, 0, 400, notices.height(400)));

    assertThat(canvas.texts).containsExactly("first", "second");
  }
}
