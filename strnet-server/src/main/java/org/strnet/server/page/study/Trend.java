package org.strnet.server.page.study;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.strnet.server.film.Film;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.StoredResult;

/**
 * A patient's films over time, each with what its newest result says.
 *
 * @param points by date, oldest first
 * @param lines between the estimates of neighbouring films
 */
record Trend(List<Point> points, List<Line> lines) {

  /** Share of the chart's width that stays free on either side, in percent. */
  private static final double MARGIN = 14;

  /**
   * One film.
   *
   * @param filmId names it in addresses
   * @param date of the study, or of arrival where none is stated
   * @param decision code of the decision; of the outcome where there is none
   * @param tScore the lowest estimate of its knees in words; empty without one
   * @param probability the highest of its knees in words; empty without one
   * @param current whether it is the film of the page
   * @param x place in percent
   * @param y place of the estimate in percent; empty without one
   * @param top upper end of the interval
   * @param bottom lower end of the interval
   */
  record Point(
      String filmId,
      LocalDate date,
      String decision,
      String tScore,
      String probability,
      boolean current,
      String x,
      String y,
      String top,
      String bottom) {

    /** Whether it has an estimate to draw. */
    public boolean isDrawn() {
      return !y.isEmpty();
    }

    /** The decision in a word or two. */
    public String tag() {
      return ResultRow.tag(decision);
    }
  }

  /** A line between two estimates, in percent. */
  record Line(String fromX, String fromY, String toX, String toY) {}

  /** A film with its newest result. */
  record Scored(Film film, Optional<StoredResult> result) {

    LocalDate date() {
      return film.studyDate()
          .orElseGet(() -> film.arrivedAt().atZone(ZoneId.systemDefault()).toLocalDate());
    }

    /** The knee that decides: of the lowest T-score, or of the highest probability without. */
    Optional<KneeFinding> knee() {
      return result.flatMap(StoredResult::worst);
    }
  }

  /** The trend of a patient's films. */
  static Trend of(List<Scored> films, String current) {
    List<Scored> sorted = films.stream().sorted(Comparator.comparing(Scored::date)).toList();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      points.add(point(sorted.get(i), current, x(sorted, i)));
    }
    List<Point> drawn = points.stream().filter(Point::isDrawn).toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < drawn.size(); i++) {
      Point from = drawn.get(i - 1);
      Point to = drawn.get(i);
      lines.add(new Line(from.x(), from.y(), to.x(), to.y()));
    }
    return new Trend(points, lines);
  }

  /** By day; films of one day only stand side by side. */
  private static double x(List<Scored> sorted, int i) {
    long first = sorted.get(0).date().toEpochDay();
    long days = sorted.get(sorted.size() - 1).date().toEpochDay() - first;
    double share =
        days == 0
            ? (i + 0.5) / sorted.size()
            : (sorted.get(i).date().toEpochDay() - first) / (double) days;
    return MARGIN + (100 - 2 * MARGIN) * share;
  }

  private static Point point(Scored scored, String current, double x) {
    Optional<KneeFinding> knee = scored.knee();
    Optional<KneeFinding> estimated = knee.filter(found -> found.tScore().isPresent());
    String state =
        scored.result().map(result -> result.decision().orElse(result.outcome())).orElse("waiting");
    return new Point(
        scored.film().id(),
        scored.date(),
        state,
        estimated.map(found -> Figures.tScore(found.tScore().getAsDouble())).orElse(""),
        knee.map(found -> Figures.probability(found.boneLoss())).orElse(""),
        scored.film().id().equals(current),
        Figures.place(x),
        estimated.map(found -> y(found.tScore().getAsDouble())).orElse(""),
        estimated.map(found -> y(found.tHigh().orElse(found.tScore().getAsDouble()))).orElse(""),
        estimated.map(found -> y(found.tLow().orElse(found.tScore().getAsDouble()))).orElse(""));
  }

  private static String y(double tScore) {
    return Figures.place(TScoreMark.place(tScore));
  }

  /** Whether there is anything beside the film of the page. */
  public boolean isMoreThanOne() {
    return points.size() > 1;
  }

  /** Whether there is any estimate to draw. */
  public boolean isDrawn() {
    return points.stream().anyMatch(Point::isDrawn);
  }
}
