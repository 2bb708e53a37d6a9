package org.strnet.study.plot;

import java.util.List;
import org.strnet.study.markup.Digits;
import org.strnet.study.markup.Element;

/** An SVG picture with title and description; coordinates run right and down. */
public final class Drawing {

  /** The families that letters are set in; all have the widths of {@link TextWidth}. */
  private static final String FAMILY = "Liberation Sans, Helvetica, Arial, sans-serif";

  private final Element svg;
  private final double width;
  private final double height;

  /**
   * An empty picture.
   *
   * @param text its title and description
   * @param width in units that are pixels on a screen
   * @param height likewise
   */
  public Drawing(FigureText text, double width, double height) {
    this.width = width;
    this.height = height;
    String title = text.id() + "-title";
    String description = text.id() + "-description";
    svg =
        Element.of("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("id", text.id())
            .with("viewBox", "0 0 " + Digits.coordinate(width) + " " + Digits.coordinate(height))
            .with("width", width)
            .with("height", height)
            .with("role", "img")
            .with("aria-labelledby", title + " " + description)
            .with("font-family", FAMILY)
            .add(Element.of("title", text.title()).with("id", title))
            .add(Element.of("desc", text.description()).with("id", description));
    add(filled(rectangle(0, 0, width, height), Ink.PAPER));
  }

  /** The picture's width. */
  public double width() {
    return width;
  }

  /** The picture's height. */
  public double height() {
    return height;
  }

  /** The picture. */
  public Element svg() {
    return svg;
  }

  /** A line through points; one point or none draws nothing. */
  public void path(List<Point> points, Pen pen) {
    if (points.size() > 1) {
      add(drawn(Element.of("path").with("d", moves(points)).with("fill", "none"), pen));
    }
  }

  /** A straight line. */
  public void line(Point from, Point to, Pen pen) {
    path(List.of(from, to), pen);
  }

  /** A filled outline through which what lies below can be seen. */
  public void area(List<Point> outline, Ink ink, double opacity) {
    if (outline.size() > 2) {
      Element path = Element.of("path").with("d", moves(outline) + "Z");
      add(filled(path, ink).with("fill-opacity", opacity));
    }
  }

  /** A filled box with an outline. */
  public void box(Point corner, double boxWidth, double boxHeight, Ink ink, Pen outline) {
    Element box = rectangle(corner.x(), corner.y(), boxWidth, boxHeight);
    add(drawn(filled(box, ink), outline));
  }

  /** A filled mark. */
  public void mark(Mark mark, Point at, double radius, Ink ink, double opacity) {
    add(filled(mark.shape(at.x(), at.y(), radius), ink).with("fill-opacity", opacity));
  }

  /** A mark of which only the outline is drawn. */
  public void ring(Mark mark, Point at, double radius, Pen pen) {
    add(drawn(filled(mark.shape(at.x(), at.y(), radius), Ink.PAPER), pen));
  }

  /** Letters. */
  public void text(Label label) {
    Element text =
        filled(Element.of("text"), label.ink())
            .with("x", label.at().x())
            .with("y", label.at().y())
            .with("font-size", label.size())
            .with("text-anchor", label.anchor().code())
            .add(label.text());
    if (label.look() == Label.Look.BOLD) {
      text.with("font-weight", "bold");
    }
    if (label.look() == Label.Look.UPWARDS) {
      text.with(
          "transform",
          "rotate(-90 %s %s)"
              .formatted(Digits.coordinate(label.at().x()), Digits.coordinate(label.at().y())));
    }
    add(text);
  }

  private void add(Element element) {
    svg.add(element);
  }

  private static Element rectangle(double x, double y, double width, double height) {
    return Element.of("rect")
        .with("x", x)
        .with("y", y)
        .with("width", Math.max(0, width))
        .with("height", Math.max(0, height));
  }

  private static Element filled(Element shape, Ink ink) {
    return shape.with("fill", ink.onPaper()).with("class", ink.fillClass());
  }

  private static Element drawn(Element shape, Pen pen) {
    String filled = shape.attribute("class").map(name -> name + " ").orElse("");
    shape
        .with("stroke", pen.ink().onPaper())
        .with("stroke-width", pen.width())
        .with("class", filled + pen.ink().strokeClass());
    if (pen.line() != Line.SOLID) {
      shape.with("stroke-dasharray", pen.line().dashes());
    }
    return shape;
  }

  private static String moves(List<Point> points) {
    StringBuilder moves = new StringBuilder();
    for (Point point : points) {
      moves
          .append(moves.isEmpty() ? "M" : "L")
          .append(Digits.coordinate(point.x()))
          .append(' ')
          .append(Digits.coordinate(point.y()));
    }
    return moves.toString();
  }
}
