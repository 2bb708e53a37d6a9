package org.strnet.study.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A line from 2 down to -2 over 0 to 4 and back up; kept between -1 and 1. */
class ClippingTest {

  private static final List<Point> LINE =
      List.of(new Point(0, 2), new Point(4, -2), new Point(8, 2));

  @Test
  void a_line_is_cut_where_it_leaves_and_goes_on_where_it_returns() {
    assertThat(Clipping.within(LINE, -1, 1))
        .containsExactly(
            List.of(new Point(1, 1), new Point(3, -1)), List.of(new Point(5, -1), new Point(7, 1)));
  }

  @Test
  void a_line_inside_stays_whole_and_one_outside_goes() {
    assertThat(Clipping.within(LINE, -2, 2)).containsExactly(LINE);
    assertThat(Clipping.within(LINE, 3, 4)).isEmpty();
    List<Point> level = List.of(new Point(0, 1), new Point(1, 1));
    assertThat(Clipping.within(level, 0, 1)).containsExactly(level);
    assertThat(Clipping.within(level, 2, 3)).isEmpty();
  }
}
