package org.strnet.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.strnet.calibration.ConformalInterval;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.ThresholdRule;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalInput;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.HeadTargets;
import org.strnet.network.Precision;
import org.strnet.provenance.QuotedFigure;
import org.strnet.provenance.TrainingCohort;
import org.strnet.radiograph.NotAssessable;

/** Results for tests of writers; the operating point is at 0.5. */
final class Results {

  static final OperatingPoint AT_ONE_HALF =
      new OperatingPoint(
          0.5,
          0.86,
          ThresholdRule.POINT,
          50,
          60,
          new Proportion(45, 50),
          new Proportion(33, 60),
          "a hash",
          LocalDate.of(2026, 11, 23));

  private Results() {}

  static ModelFacts facts(HeadTargets targets) {
    return new ModelFacts(
        "test-knee",
        "0123456789abcdef".repeat(4),
        targets,
        AT_ONE_HALF,
        new ConformalInterval(0.9, 1.25, 77),
        new ClinicalInput(
            new ClinicalEncoding(
                List.of(
                    new ClinicalEncoding.Column(ClinicalVariable.AGE, 50, 10),
                    new ClinicalEncoding.Column(ClinicalVariable.MENOPAUSE_AGE, 48, 4))),
            ClinicalHeads.ALL),
        new TrainingCohort("test films", 110, 101, "made for tests"),
        List.of(new QuotedFigure("AUROC <film alone>", 0.81, 0.72, 0.9, 110, "5-fold")),
        "Testing only.");
  }

  /** The facts of {@link #boneLoss()} of a network with zones, or whose heat-maps failed. */
  static ModelFacts boneLoss(Optional<ReadingZones> zones, boolean heatMaps) {
    ModelFacts plain = boneLoss();
    return new ModelFacts(
        plain.bundle(),
        plain.sha256(),
        plain.targets(),
        plain.operatingPoint(),
        plain.tScoreInterval(),
        plain.clinical(),
        plain.cohort(),
        plain.figures(),
        plain.intendedUse(),
        Precision.FLOAT32,
        zones,
        heatMaps);
  }

  static ModelFacts boneLoss() {
    return facts(HeadTargets.boneLoss("quantitative ultrasound of the knee"));
  }

  static KneeResult knee(double cx, double boneLoss, double severity, double tScore) {
    return new KneeResult(
        KneeRegion.annotated(cx, 0.5, 0.25, FibulaSide.LEFT),
        boneLoss,
        OptionalDouble.of(severity),
        Optional.of(Estimate.of(tScore, new ConformalInterval(0.9, 1.25, 77))),
        AT_ONE_HALF.decide(boneLoss),
        Optional.empty());
  }

  static FilmResult.Assessed film(String image, KneeResult... knees) {
    return new FilmResult.Assessed(
        image, List.of(knees), List.of(), Set.of(ClinicalVariable.AGE), Optional.empty());
  }

  static FilmResult noKnee(String image) {
    return new FilmResult.NotAssessed(
        image, new NotAssessable(NotAssessable.Reason.NO_KNEE, "a joint is needed, found none"));
  }
}
