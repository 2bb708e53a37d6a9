package org.strnet.study.checklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Labels;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.study.CohortScreening;
import org.strnet.evaluation.study.Gain;
import org.strnet.evaluation.study.StudyDescription;
import org.strnet.evaluation.study.StudyFile;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.evaluation.subgroup.AdjustedResults;
import org.strnet.evaluation.subgroup.SubgroupResults;
import org.strnet.network.HeadTargets;
import org.strnet.study.card.TestBundles;

/** A study of which everything is known. */
final class TestStudies {

  private TestStudies() {}

  static StudyFacts complete(Path scratch) throws IOException {
    return StudyFacts.ofFolder(folder(scratch)).withBundle(TestBundles.full(), TestBundles.SHA256);
  }

  /** The folder of a study with every file and every section. */
  static Path folder(Path scratch) throws IOException {
    Path study = Files.createDirectories(scratch.resolve("study"));
    StringBuilder report = new StringBuilder();
    for (ReportSection section : ReportSection.values()) {
      report.append("<section id=\"").append(section.id()).append("\"></section>\n");
    }
    Files.writeString(study.resolve("report.html"), report.toString());
    for (String name : List.of("predictions.csv", "audit.json")) {
      Files.writeString(study.resolve(name), "");
    }
    MetricsFile.write(study.resolve("metrics.json"), metrics(), true);
    StudyFile.write(study.resolve("study.json"), results(scratch), true);
    return study;
  }

  private static StudyResults results(Path scratch) throws IOException {
    Path csv = Files.createDirectories(scratch.resolve("cohort")).resolve("cohort.csv");
    Files.writeString(csv, "image,patient,bone_loss\na.png,p1,1\n");
    Files.writeString(csv.resolveSibling("a.png"), "");
    return new StudyResults(
        description(),
        Cohort.read(csv),
        List.of(Prediction.failed("a.png", "damaged")),
        List.of(Labels.NONE),
        metrics(),
        new SubgroupResults(
            List.of(new SubgroupResults.Column("sex", "as written", List.of())), "one"),
        List.of(new AdjustedResults("framing", "as written", unknown(), unknown(), List.of())),
        List.of(new Gain("age", "logistic", List.of(), List.of())),
        List.of(),
        Optional.empty());
  }

  private static Estimate unknown() {
    return Estimate.notEstimable(1, "needs more films");
  }

  private static StudyDescription description() {
    HeadTargets targets = HeadTargets.boneLoss("ultrasound");
    return new StudyDescription(
        "A study",
        StudyDescription.Mode.EXTERNAL,
        Optional.of(new StudyDescription.BundleIdentity("test-knee", TestBundles.SHA256, true)),
        new StudyDescription.CohortIdentity(
            "cohort.csv", TestBundles.SHA256, 1, 1, Optional.of("split=test")),
        CohortScreening.Regions.ANNOTATED,
        List.of(),
        new StudyDescription.Heads(
            Optional.of(targets.screening()), targets.severity(), targets.tScore()),
        new StudyDescription.Resampling(2000, 1),
        new StudyDescription.Run("strnet 0.1.0", "strnet evaluate", LocalDate.of(2026, 1, 3)));
  }

  private static Metrics metrics() {
    Map<String, Estimate> found = new LinkedHashMap<>();
    for (String outcome : List.of("films", "assessed", "not_assessable", "failed")) {
      found.put("flow." + outcome, Estimate.ofValue(12, 12, "count"));
    }
    for (String name :
        List.of(
            "screening.auroc",
            "screening.auprc",
            "screening.prevalence",
            "screening.sensitivity",
            "screening.specificity",
            "screening.threshold",
            "severity.auroc",
            "tscore.pearson",
            "tscore.mae",
            "screening.calibration_slope",
            "screening.calibration_intercept",
            "screening.brier",
            "screening.net_benefit",
            "screening.net_benefit_all")) {
      found.put(name, Estimate.of(0.75, new Interval(0.5, 0.9), 12, "as tested"));
    }
    return new Metrics(found);
  }
}
