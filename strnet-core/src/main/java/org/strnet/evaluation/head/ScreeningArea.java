package org.strnet.evaluation.head;

import org.strnet.evaluation.comparison.Difference;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.ClusteredAuroc;
import org.strnet.evaluation.estimate.Estimate;

/** The area under the ROC curve, by patient where patients have several films. */
public final class ScreeningArea {

  private ScreeningArea() {}

  /** The area with its interval: Obuchowski's where patients repeat, else DeLong's. */
  public static Estimate estimate(BinaryFilms films) {
    return films.patientsRepeat()
        ? ClusteredAuroc.estimate(films.scores(), films.patients())
        : Auroc.estimate(films.scores());
  }

  /** The standard error of an area that has one; 0 where it cannot be told. */
  public static double standardError(BinaryFilms films) {
    try {
      return Math.sqrt(
          films.patientsRepeat()
              ? ClusteredAuroc.of(films.scores(), films.patients()).variance()
              : Auroc.of(films.scores()).variance());
    } catch (IllegalArgumentException | IllegalStateException fewFilms) {
      return 0;
    }
  }

  /** The paired difference of two scores of the same films, or why there is none. */
  public static Difference difference(BinaryFilms first, BinaryFilms second) {
    try {
      Auroc.Comparison comparison =
          first.patientsRepeat()
              ? ClusteredAuroc.of(first.scores(), first.patients())
                  .compare(ClusteredAuroc.of(second.scores(), second.patients()))
              : Auroc.of(first.scores()).compare(Auroc.of(second.scores()));
      return Difference.of(comparison.difference(), comparison.p());
    } catch (IllegalArgumentException | IllegalStateException fewFilms) {
      return Difference.of(Estimate.notEstimable(first.size(), "needs two patients of each label"));
    }
  }
}
