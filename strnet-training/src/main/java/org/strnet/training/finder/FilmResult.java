package org.strnet.training.finder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;

/**
 * What the finder made of one film it was not trained on.
 *
 * @param image file name
 * @param fold the fold it was held out with
 * @param width of the film in pixels
 * @param height of the film in pixels
 * @param annotated its joint; empty for a film without a knee
 * @param candidates what was looked at closely, most confident first
 * @param found what the finder gives
 */
public record FilmResult(
    String image,
    int fold,
    int width,
    int height,
    Optional<KneeRegion> annotated,
    List<KneeRegion> candidates,
    List<KneeRegion> found) {

  /** Copies the lists. */
  public FilmResult {
    candidates = List.copyOf(candidates);
    found = List.copyOf(found);
  }

  /** The highest confidence on the film, 0 without a candidate. */
  public double confidence() {
    return candidates.isEmpty() ? 0 : candidates.get(0).confidence();
  }

  /** The region found nearest to the annotated joint; empty when the film was refused. */
  public Optional<KneeRegion> nearest() {
    return found.stream().min(Comparator.comparingDouble(this::centreError));
  }

  /** Distance of a region's centre from the annotated one in annotated plateau widths. */
  public double centreError(KneeRegion region) {
    KneeRegion truth = annotated.orElseThrow();
    double dx = (region.cx() - truth.cx()) * width;
    double dy = (region.cy() - truth.cy()) * height;
    return Math.hypot(dx, dy) / (truth.plateauWidth() * width);
  }

  /** Relative error of a region's plateau width, positive when too wide. */
  public double widthError(KneeRegion region) {
    return region.plateauWidth() / annotated.orElseThrow().plateauWidth() - 1;
  }

  /** Whether the side was annotated. */
  public boolean sideKnown() {
    return annotated.isPresent() && annotated.get().fibulaSide() != FibulaSide.UNKNOWN;
  }

  double centreOrInfinite() {
    return nearest().map(this::centreError).orElse(Double.POSITIVE_INFINITY);
  }

  double widthOrInfinite() {
    return nearest().map(region -> Math.abs(widthError(region))).orElse(Double.POSITIVE_INFINITY);
  }

  /** 0 when the film was found with the annotated side, else 1. */
  double sideError() {
    FibulaSide truth = annotated.orElseThrow().fibulaSide();
    return nearest().filter(region -> region.fibulaSide() == truth).isPresent() ? 0 : 1;
  }
}
