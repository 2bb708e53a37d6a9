package org.strnet.evaluation.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Interval;

/**
 * An AUROC with a 95 % interval of a stated width. The number is that of Hanley and McNeil's
 * variance (1982, Radiology 143:29): {@code (A (1 - A) + (m - 1)(A / (2 - A) - A^2) + (n - 1)(2 A^2
 * / (1 + A) - A^2)) / (m n)} for m positive and n negative patients.
 *
 * @param auroc expected, above 0.5 and below 1
 * @param prevalence of the finding among the patients, above 0 and below 1
 * @param width of the interval, upper minus lower limit, above 0 and below 1
 */
public record AurocDesign(double auroc, double prevalence, double width) implements StudyDesign {

  /** Checks the ranges. */
  public AurocDesign {
    SampleSize.requireBetween("AUROC", auroc, 0.5, 1);
    SampleSize.requireBetween("prevalence", prevalence, 0, 1);
    SampleSize.requireBetween("width", width, 0, 1);
  }

  /** Hanley and McNeil's variance. */
  static double hanleyMcNeil(double auroc, int positives, int negatives) {
    double square = auroc * auroc;
    return (auroc * (1 - auroc)
            + (positives - 1) * (auroc / (2 - auroc) - square)
            + (negatives - 1) * (2 * square / (1 + auroc) - square))
        / ((double) positives * negatives);
  }

  @Override
  public StudyPlan plan(SimulatedStudies studies) {
    SampleSize size =
        SampleSize.smallest("Hanley and McNeil 1982", n -> reached(n, AurocDesign::hanleyMcNeil));
    SampleSize binormal =
        SampleSize.smallest("binormal, exact variance", n -> reached(n, BinormalAreas::variance));
    int n = size.patients();
    return new StudyPlan(
        "a 95 %% interval of the AUROC no wider than %s, the AUROC being %s"
            .formatted(width, auroc),
        List.of(size, binormal),
        OptionalInt.of(SampleSize.positives(n, prevalence)),
        List.of(
            "One film per patient; patients are independent.",
            "The finding has a prevalence of %s among them.".formatted(prevalence),
            "Simulated scores are normal with one variance; the interval is DeLong's."),
        studies.widths(draws -> interval(draws, n), auroc, width));
  }

  private boolean reached(int n, AreaVariance variance) {
    int positives = SampleSize.positives(n, prevalence);
    return positives >= 2
        && n - positives >= 2
        && 2 * Interval.Z * Math.sqrt(variance.of(auroc, positives, n - positives)) <= width;
  }

  private Optional<Interval> interval(SimulatedStudies.Draws draws, int n) {
    double[] normals = new double[n];
    for (int i = 0; i < n; i++) {
      normals[i] = draws.normal();
    }
    BinaryScores films =
        draws.scores(normals, draws.labels(n, prevalence), BinormalAreas.shift(auroc));
    return Auroc.estimate(films).interval();
  }

  private interface AreaVariance {
    double of(double auroc, int positives, int negatives);
  }
}
