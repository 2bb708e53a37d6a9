package org.strnet.study.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strnet.bundle.BundleManifest;
import org.strnet.calibration.Calibration;
import org.strnet.calibration.ConformalInterval;
import org.strnet.calibration.LogitScaling;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ThresholdRule;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.ClinicalHeads;
import org.strnet.network.ClinicalInput;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.HeadTargets;
import org.strnet.pixels.PixelSpecification;
import org.strnet.provenance.QuotedFigure;
import org.strnet.provenance.Sha256;
import org.strnet.provenance.TrainingCohort;
import org.strnet.provenance.TrainingProvenance;

/** Manifests that cards and checklists are tested with. */
public final class TestBundles {

  /** Identity of the test bundles. */
  public static final String SHA256 = Sha256.of(new byte[] {7});

  /** Every setting that a sentence of a checklist quotes. */
  public static final String CONFIGURATION =
      """
      network: {backbone: mobilenet-v2, neck: 256, routing: experts, experts: 4, frozenStages: 2}
      optimisation: {epochs: 3, batchSize: 16, learningRate: 0.004, backboneLearningRate: 1.0E-4, weightDecay: 0.05, warmUpEpochs: 1.0}
      augmentation: {rotation: 8.0, scale: 0.08, shift: 0.04, gamma: 0.3, contrast: 0.2, noise: 0.02, blur: 1.0, erase: 0.25}
      sampling: {balance: 0.5, framingColumn: framing}
      """;

  private TestBundles() {}

  /** A bundle that uses every optional part. */
  public static BundleManifest full() {
    return of("ten films of test", CONFIGURATION, List.of(figure("AUROC")), true);
  }

  /** A bundle that says as little as it may. */
  public static BundleManifest bare() {
    return of("c", "", List.of(), false);
  }

  /** A bundle whose texts try to be markup. */
  public static BundleManifest hostile(String text) {
    return of(text, "name: \"" + text + "\"\n```\n", List.of(figure(text)), true);
  }

  private static QuotedFigure figure(String name) {
    return new QuotedFigure(name, 0.8125, 0.7, 0.9, 110, name + ", DeLong 95 %");
  }

  private static BundleManifest of(
      String text, String configuration, List<QuotedFigure> figures, boolean full) {
    String hash = Sha256.of(new byte[] {1});
    List<ClinicalEncoding.Column> columns =
        full ? List.of(new ClinicalEncoding.Column(ClinicalVariable.AGE, 50, 10)) : List.of();
    return new BundleManifest(
        "test-knee",
        full
            ? HeadTargets.boneLoss("ultrasound")
            : new HeadTargets(
                HeadTargets.boneLoss("").screening(), Optional.empty(), Optional.empty()),
        PixelSpecification.ofSize(64),
        full ? Optional.of(KneeFinderSpecification.standard()) : Optional.empty(),
        new ClinicalInput(new ClinicalEncoding(columns), ClinicalHeads.ALL),
        new Calibration(
            LogitScaling.IDENTITY, LogitScaling.IDENTITY, new ConformalInterval(0.9, 1.5, 40)),
        List.of(
            new OperatingPoint(
                0.5,
                0.86,
                ThresholdRule.POINT,
                20,
                10,
                new Proportion(18, 20),
                new Proportion(4, 10),
                hash,
                LocalDate.of(2026, 1, 2))),
        new TrainingCohort(text, 30, 25, text),
        figures,
        text,
        new TrainingProvenance(
            hash,
            Sha256.of(new byte[] {2}),
            5,
            configuration,
            "0123abc",
            full ? Map.of("libtorch", "2.10") : Map.of(),
            LocalDate.of(2026, 1, 1),
            "strnet train"));
  }
}
