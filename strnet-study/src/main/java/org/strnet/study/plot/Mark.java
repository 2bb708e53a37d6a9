package org.strnet.study.plot;

import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;

/** The form of a point. */
public enum Mark {
  /** Round. */
  CIRCLE(""),
  /** On a side. */
  SQUARE("-0.9 -0.9 0.9 -0.9 0.9 0.9 -0.9 0.9"),
  /** On its base. */
  TRIANGLE("0 -1.2 1.1 0.8 -1.1 0.8"),
  /** On a corner. */
  DIAMOND("0 -1.25 1.25 0 0 1.25 -1.25 0");

  /** x and y in turn, in radii from the middle; a circle has none. */
  private final String corners;

  Mark(String corners) {
    this.corners = corners;
  }

  /** The shape around a point, without its ink. */
  Element shape(double x, double y, double radius) {
    if (corners.isEmpty()) {
      return Element.of("circle").with("cx", x).with("cy", y).with("r", radius);
    }
    String[] radii = corners.split(" ", -1);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < radii.length; i += 2) {
      points
          .append(i > 0 ? " " : "")
          .append(Digits.coordinate(x + radius * Double.parseDouble(radii[i])))
          .append(',')
          .append(Digits.coordinate(y + radius * Double.parseDouble(radii[i + 1])));
    }
    return Element.of("polygon").with("points", points.toString());
  }
}
