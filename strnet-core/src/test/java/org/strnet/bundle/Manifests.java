package org.strnet.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.strnet.network.FeatureDistribution;
import org.strnet.network.FeatureDistribution.Basis;
import org.strnet.network.HeadTargets;
import org.strnet.pixels.PixelSpecification;
import org.strnet.provenance.QuotedFigure;
import org.strnet.provenance.Sha256;
import org.strnet.provenance.TrainingCohort;
import org.strnet.provenance.TrainingProvenance;

/** Bundles for tests: every value differs from every other, so that no two keys can be swapped. */
public final class Manifests {

  private Manifests() {}

  /** The same with statistics of training films that have one feature. */
  public static BundleManifest withInDistribution() {
    return full()
        .withInDistribution(
            new FeatureDistribution(
                88,
                new double[] {1.5},
                new double[] {0.1 + 0.7},
                new FeatureDistribution.Limit(2.25, 66, 65, Basis.CROSS_FITTED)));
  }

  /** A manifest as trained, without statistics of its training films. */
  public static BundleManifest full() {
    return of("test-knee", HeadTargets.boneLoss("quantitative ultrasound of the knee"));
  }

  /** The same for other targets. */
  public static BundleManifest of(String name, HeadTargets targets) {
    String cohortHash = Sha256.of(new byte[] {1});
    return new BundleManifest(
        name,
        targets,
        new PixelSpecification(64, 1.3, 0.1, 1, 99),
        Optional.of(KneeFinderSpecification.standard()),
        new ClinicalInput(
            new ClinicalEncoding(
                List.of(
                    new ClinicalEncoding.Column(ClinicalVariable.AGE, 51.25, 12.7),
                    new ClinicalEncoding.Column(ClinicalVariable.SEX, 0.71, 0.45))),
            ClinicalHeads.T_SCORE),
        new Calibration(
            new LogitScaling(0.1 + 0.2, -0.7),
            new LogitScaling(1.9, 0.33),
            new ConformalInterval(0.9, Math.PI / 3, 77)),
        List.of(
            new OperatingPoint(
                0.41,
                0.86,
                ThresholdRule.LOWER_BOUND,
                50,
                60,
                new Proportion(45, 50),
                new Proportion(33, 60),
                cohortHash,
                LocalDate.of(2026, 11, 23))),
        new TrainingCohort("test films", 110, 101, "made for tests"),
        List.of(new QuotedFigure("AUROC", 0.81, 0.72, 0.9, 110, "5-fold by patient, DeLong")),
        "Testing only.",
        new TrainingProvenance(
            cohortHash,
            Sha256.of(new byte[] {2}),
            Long.MIN_VALUE,
            "epochs: 3\nlabel: \"a | b\"",
            "0123abc",
            Map.of("onnxruntime", "1.28", "pytorch", "2.10"),
            LocalDate.of(2026, 11, 22),
            "strnet train --cohort cohort.csv"));
  }

  /** Writes a bundle whose networks are a few bytes of text. */
  public static Bundle write(BundleManifest manifest, Path folder) throws IOException {
    byte[] network = "network".getBytes(StandardCharsets.UTF_8);
    byte[] knee = "knee".getBytes(StandardCharsets.UTF_8);
    Map<BundleFile, byte[]> networks =
        manifest.kneeFinder().isPresent()
            ? Map.of(BundleFile.NETWORK, network, BundleFile.KNEE, knee)
            : Map.of(BundleFile.NETWORK, network);
    return BundleWriter.write(BundleContent.of(manifest, networks), folder, false);
  }
}
