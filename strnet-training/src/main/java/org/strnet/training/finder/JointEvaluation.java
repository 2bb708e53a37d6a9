package org.strnet.training.finder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Figures over films that the finder was not trained on. A refused film counts as an error in every
 * share, and as an infinite error in the median.
 *
 * @param knees results on films with an annotated joint
 * @param others results on films without a knee
 */
public record JointEvaluation(List<FilmResult> knees, List<FilmResult> others) {

  private static final double CENTRE_LIMIT = 0.15;
  private static final double WIDTH_LIMIT = 0.10;

  /** A share or a quantile with the number of films it comes from. */
  public record Figure(double value, int n) {}

  /** Copies the lists. */
  public JointEvaluation {
    knees = List.copyOf(knees);
    others = List.copyOf(others);
  }

  /** All figures by name, in the order of a report. */
  public Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    double[] centre = errors(knees, FilmResult::centreOrInfinite);
    double[] width = errors(knees, FilmResult::widthOrInfinite);
    List<FilmResult> sided = knees.stream().filter(FilmResult::sideKnown).toList();
    figures.put("centre_error.median", new Figure(quantile(centre, 0.5), centre.length));
    figures.put("centre_error.p95", new Figure(quantile(centre, 0.95), centre.length));
    figures.put("centre_error.within_0.15", share(centre, CENTRE_LIMIT));
    figures.put("width_error.median", new Figure(quantile(width, 0.5), width.length));
    figures.put("width_error.p95", new Figure(quantile(width, 0.95), width.length));
    figures.put("width_error.within_0.10", share(width, WIDTH_LIMIT));
    figures.put("fibula_side.right", count(sided, FilmResult::sideError));
    figures.put("knees.refused", count(knees, film -> film.found().isEmpty() ? 0 : 1));
    figures.put("knees.more_than_one", count(knees, film -> film.found().size() > 1 ? 0 : 1));
    figures.put("others.refused", count(others, film -> film.found().isEmpty() ? 0 : 1));
    double[] kneeConfidence = errors(knees, FilmResult::confidence);
    double[] otherConfidence = errors(others, FilmResult::confidence);
    figures.put("knees.confidence.lowest", at(kneeConfidence, 0));
    figures.put("knees.confidence.p02", at(kneeConfidence, 0.02));
    figures.put("knees.confidence.p10", at(kneeConfidence, 0.1));
    figures.put("others.confidence.p90", at(otherConfidence, 0.9));
    figures.put("others.confidence.highest", at(otherConfidence, 1));
    return figures;
  }

  /** Both lists one after the other. */
  public List<FilmResult> all() {
    List<FilmResult> all = new ArrayList<>(knees);
    all.addAll(others);
    return all;
  }

  private static double[] errors(List<FilmResult> films, ToDoubleFunction<FilmResult> error) {
    return films.stream().mapToDouble(error).sorted().toArray();
  }

  private static Figure share(double[] errors, double limit) {
    long within = Arrays.stream(errors).filter(error -> error <= limit).count();
    return new Figure(
        errors.length == 0 ? Double.NaN : (double) within / errors.length, errors.length);
  }

  /** Share of films whose error is 0. */
  private static Figure count(List<FilmResult> films, ToDoubleFunction<FilmResult> error) {
    return share(errors(films, error), 0);
  }

  private static Figure at(double[] ascending, double fraction) {
    return new Figure(quantile(ascending, fraction), ascending.length);
  }

  /** The smallest value that at least this share of all does not exceed. */
  static double quantile(double[] ascending, double fraction) {
    if (ascending.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(fraction * ascending.length);
    return ascending[Math.max(0, Math.min(ascending.length, rank) - 1)];
  }
}
