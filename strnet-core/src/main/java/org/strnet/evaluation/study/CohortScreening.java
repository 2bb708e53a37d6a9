package org.strnet.evaluation.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.knee.KneeRegion;
import org.strnet.report.Estimate;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeResult;
import org.strnet.screening.Screener;
import org.strnet.screening.ScreeningBatch;

/**
 * Screens a cohort's films exactly as {@code screen} does, save that a joint a reader annotated may
 * be taken for the one the finder would find.
 */
public final class CohortScreening {

  private static final String NOT_USABLE = "marked_not_usable";

  private final Screener screener;
  private final Regions regions;
  private final int workers;

  /** Which knee of a film is assessed. */
  public enum Regions {
    /** The annotated joint where the cohort gives one, else those the finder finds. */
    ANNOTATED,
    /** Always those the finder finds; the worst knee counts. */
    FOUND
  }

  /**
   * @param screener of a bundle
   * @param regions which knee is assessed
   * @param workers films assessed at once, at least 1
   */
  public CohortScreening(Screener screener, Regions regions, int workers) {
    this.screener = screener;
    this.regions = regions;
    this.workers = workers;
  }

  /**
   * Predictions for all rows.
   *
   * @param cohort the films; those marked as not usable are not screened
   * @param progress told after every film that was screened
   * @return one prediction per row, in the cohort's order
   * @throws InterruptedException when the calling thread is interrupted
   */
  public List<Prediction> predictions(Cohort cohort, Runnable progress)
      throws InterruptedException {
    Map<Path, CohortFilm> usable = new HashMap<>();
    List<Path> files = new ArrayList<>();
    for (CohortFilm film : cohort.films()) {
      if (film.usable() && usable.put(film.file(), film) == null) {
        files.add(film.file());
      }
    }
    Map<Path, FilmResult> results = new HashMap<>();
    new ScreeningBatch(path -> screen(path, usable.get(path)), workers)
        .run(
            files,
            result -> {
              results.put(files.get(results.size()), result);
              progress.run();
            });
    return cohort.films().stream()
        .map(
            film ->
                film.usable()
                    ? prediction(film.image(), results.get(film.file()))
                    : Prediction.notAssessable(film.image(), NOT_USABLE))
        .toList();
  }

  private FilmResult screen(Path path, CohortFilm film) {
    Optional<KneeRegion> annotated = film.annotatedKnee();
    return regions == Regions.ANNOTATED && annotated.isPresent()
        ? screener.screenAnnotated(path, List.of(annotated.get()), film.clinical())
        : screener.screen(path, film.clinical());
  }

  private static Prediction prediction(String image, FilmResult result) {
    return result.fold(
        assessed -> Prediction.assessed(image, estimates(assessed.worst())),
        refused ->
            Prediction.notAssessable(image, refused.why().reason().name().toLowerCase(Locale.ROOT)),
        failed -> Prediction.failed(image, failed.message()));
  }

  private static HeadEstimates estimates(KneeResult knee) {
    Optional<Estimate> tScore = knee.tScore();
    return new HeadEstimates(
        OptionalDouble.of(knee.boneLoss()),
        knee.severity(),
        tScore.isPresent() ? OptionalDouble.of(tScore.get().value()) : OptionalDouble.empty(),
        tScore.filter(Estimate::hasInterval).map(t -> new Interval(t.low(), t.high())),
        Optional.of(knee.decision()));
  }
}
