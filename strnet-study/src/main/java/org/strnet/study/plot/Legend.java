package org.strnet.study.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strnet.study.markup.Element;

/** Names of series, each behind a sample of its line, mark or ground. */
public final class Legend {

  private static final double ROW = 16;
  private static final double SAMPLE = 24;
  private static final double PADDING = 7;

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(
      Optional<Pen> pen, Optional<Mark> mark, Ink ink, List<Element> text, String plain) {}

  /** Adds a line. */
  public Legend line(Pen pen, String text) {
    entries.add(
        new Entry(Optional.of(pen), Optional.empty(), pen.ink(), List.of(span(text)), text));
    return this;
  }

  /** Adds a mark. */
  public Legend mark(Mark mark, Ink ink, String text) {
    entries.add(new Entry(Optional.empty(), Optional.of(mark), ink, List.of(span(text)), text));
    return this;
  }

  /** Adds a filled ground. */
  public Legend ground(Ink ink, String text) {
    entries.add(new Entry(Optional.empty(), Optional.empty(), ink, List.of(span(text)), text));
    return this;
  }

  /** Adds a text without sample, such as a figure that names its metric. */
  public Legend note(List<Element> text, String plain) {
    entries.add(new Entry(Optional.empty(), Optional.empty(), Ink.PAPER, text, plain));
    return this;
  }

  /** How high it is. */
  public double height() {
    return entries.size() * ROW + PADDING;
  }

  /** Draws it with its lower right corner at a point. */
  public void lowerRight(Drawing drawing, Point corner) {
    draw(drawing, new Point(corner.x() - width(), corner.y() - height()));
  }

  /** Draws it with its upper right corner at a point. */
  public void upperRight(Drawing drawing, Point corner) {
    draw(drawing, new Point(corner.x() - width(), corner.y()));
  }

  /** Draws it with its upper left corner at a point. */
  public void upperLeft(Drawing drawing, Point corner) {
    draw(drawing, corner);
  }

  private double width() {
    double widest = 0;
    for (Entry entry : entries) {
      double text = TextWidth.of(entry.plain(), Label.SMALL);
      widest = Math.max(widest, text + (isNote(entry) ? 0 : SAMPLE + 6));
    }
    return widest + 2 * PADDING;
  }

  private void draw(Drawing drawing, Point corner) {
    drawing.box(corner, width(), height(), Ink.PAPER, Pen.GRID);
    double y = corner.y() + PADDING / 2 + ROW / 2;
    for (Entry entry : entries) {
      double x = corner.x() + PADDING;
      sample(drawing, entry, x, y);
      double start = isNote(entry) ? x : x + SAMPLE + 6;
      drawing.text(
          new Label(
              entry.text(),
              new Point(start, y + 4),
              Label.Anchor.START,
              Label.SMALL,
              Ink.TEXT,
              Label.Look.PLAIN));
      y += ROW;
    }
  }

  private static void sample(Drawing drawing, Entry entry, double x, double y) {
    Point middle = new Point(x + SAMPLE / 2, y);
    if (entry.pen().isPresent()) {
      drawing.line(new Point(x, y), new Point(x + SAMPLE, y), entry.pen().get());
    } else if (entry.mark().isPresent()) {
      drawing.mark(entry.mark().get(), middle, 4, entry.ink(), 1);
    } else if (!isNote(entry)) {
      drawing.area(
          List.of(
              new Point(x + 4, y - 5),
              new Point(x + 20, y - 5),
              new Point(x + 20, y + 5),
              new Point(x + 4, y + 5)),
          entry.ink(),
          0.55);
    }
  }

  private static boolean isNote(Entry entry) {
    return entry.ink() == Ink.PAPER;
  }

  private static Element span(String text) {
    return Element.of("tspan", text);
  }
}
