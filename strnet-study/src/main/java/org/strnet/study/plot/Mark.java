package org.strnet.study.plot;

import java.util.List;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;

/** The form of a point. */
public enum Mark {
  /** Round. */
  CIRCLE(List.of()),
  /** On a side. */
  SQUARE(List.of(-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9)),
  /** On its base. */
  TRIANGLE(List.of(0.0, -1.2, 1.1, 0.8, -1.1, 0.8)),
  /** On a corner. */
  DIAMOND(List.of(0.0, -1.25, 1.25, 0.0, 0.0, 1.25, -1.25, 0.0));

  private final List<Double> corners;

  Mark(List<Double> corners) {
    this.corners = corners;
  }

  /** The shape around a point, without its ink. */
  Element shape(double x, double y, double radius) {
    if (corners.isEmpty()) {
      return Element.of("circle").with("cx", x).with("cy", y).with("r", radius);
    }
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < corners.size(); i += 2) {
      points
          .append(i > 0 ? " " : "")
          .append(Digits.coordinate(x + radius * corners.get(i)))
          .append(',')
          .append(Digits.coordinate(y + radius * corners.get(i + 1)));
    }
    return Element.of("polygon").with("points", points.toString());
  }
}
