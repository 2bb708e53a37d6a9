package org.strnet.server.page.study;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.strnet.report.Wording;
import org.strnet.server.film.Film;
import org.strnet.server.quality.densitometry.Densitometry;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.StoredResult;

/**
 * A patient over time: films, each with what its newest result says, and densitometry.
 *
 * @param rows by date, oldest first; of one day the films first
 * @param lines between the estimates of neighbouring films
 */
record Trend(List<Row> rows, List<Line> lines) {

  /** Share of the chart's width that stays free on either side, in percent. */
  private static final double MARGIN = 14;

  /** A film, or a densitometry. */
  sealed interface Row permits Point, Measured {
    LocalDate date();

    /** Whether its T-score was measured; a film's is estimated. */
    boolean isMeasured();
  }

  /**
   * One film.
   *
   * @param filmId names it in addresses
   * @param date of the study, or of arrival where none is stated
   * @param decision code of the decision; of the outcome where there is none
   * @param zone of a three-zone reading in a few words; empty without one
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
      String zone,
      String tScore,
      String probability,
      boolean current,
      String x,
      String y,
      String top,
      String bottom)
      implements Row {

    @Override
    public boolean isMeasured() {
      return false;
    }

    /** Whether it has an estimate to draw. */
    public boolean isDrawn() {
      return !y.isEmpty();
    }

    /** The decision in a word or two. */
    public String tag() {
      return ResultRow.tag(decision);
    }
  }

  /**
   * A T-score by densitometry.
   *
   * @param date of the measurement
   * @param site where it was measured, in words
   * @param tScore in words
   * @param x place in percent
   * @param y place in percent
   */
  record Measured(LocalDate date, String site, String tScore, String x, String y) implements Row {

    @Override
    public boolean isMeasured() {
      return true;
    }
  }

  /** A line between two estimates, in percent. */
  record Line(String fromX, String fromY, String toX, String toY) {}

  /** What has a day, and a row once its place is known. */
  sealed interface Dated permits Scored, ByDensitometry {
    LocalDate date();

    Row row(String current, double x);
  }

  /** A film with its newest result. */
  record Scored(Film film, Optional<StoredResult> result) implements Dated {

    @Override
    public LocalDate date() {
      return film.studyDate()
          .orElseGet(() -> film.arrivedAt().atZone(ZoneId.systemDefault()).toLocalDate());
    }

    /** The knee that decides: of the lowest T-score, or of the highest probability without. */
    Optional<KneeFinding> knee() {
      return result.flatMap(StoredResult::worst);
    }

    @Override
    public Row row(String current, double x) {
      return point(this, current, x);
    }
  }

  /** A densitometry of the patient. */
  record ByDensitometry(Densitometry value) implements Dated {

    @Override
    public LocalDate date() {
      return value.measuredOn();
    }

    @Override
    public Row row(String current, double x) {
      return new Measured(
          date(),
          value.site().words(),
          Figures.tScore(value.tScore()),
          Figures.place(x),
          y(value.tScore()));
    }
  }

  /**
   * The trend of a patient.
   *
   * @param current identifier of the page's film
   */
  static Trend of(List<Scored> films, List<Densitometry> measured, String current) {
    List<Dated> sorted =
        Stream.<Dated>concat(films.stream(), measured.stream().map(ByDensitometry::new))
            .sorted(Comparator.comparing(Dated::date))
            .toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      rows.add(sorted.get(i).row(current, x(sorted, i)));
    }
    return new Trend(rows, lines(points(rows).stream().filter(Point::isDrawn).toList()));
  }

  private static List<Line> lines(List<Point> drawn) {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < drawn.size(); i++) {
      Point from = drawn.get(i - 1);
      Point to = drawn.get(i);
      lines.add(new Line(from.x(), from.y(), to.x(), to.y()));
    }
    return lines;
  }

  /** By day; what is of one day only stands side by side. */
  private static double x(List<Dated> sorted, int i) {
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
        scored.result().flatMap(StoredResult::zone).map(Wording::zoneTag).orElse(""),
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

  private static List<Point> points(List<Row> rows) {
    return rows.stream().filter(Point.class::isInstance).map(Point.class::cast).toList();
  }

  /** The films. */
  public List<Point> points() {
    return points(rows);
  }

  /** The densitometry. */
  public List<Measured> measured() {
    return rows.stream().filter(Row::isMeasured).map(Measured.class::cast).toList();
  }

  /** Whether there is anything beside the film of the page. */
  public boolean isMoreThanOne() {
    return rows.size() > 1;
  }

  /** Whether there is any T-score to draw. */
  public boolean isDrawn() {
    return !measured().isEmpty() || points().stream().anyMatch(Point::isDrawn);
  }
}
