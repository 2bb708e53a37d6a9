package org.strnet.study;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.FilmUse;
import org.strnet.dataset.Labels;
import org.strnet.decision.Decision;
import org.strnet.decision.OperatingPoint;
import org.strnet.decision.Proportion;
import org.strnet.decision.ThresholdRule;
import org.strnet.evaluation.comparison.Compared;
import org.strnet.evaluation.comparison.Difference;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.AveragePrecision;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.study.CohortScreening;
import org.strnet.evaluation.study.Gain;
import org.strnet.evaluation.study.GateUsage;
import org.strnet.evaluation.study.StudyDescription;
import org.strnet.evaluation.study.StudyResults;
import org.strnet.evaluation.subgroup.AdjustedResults;
import org.strnet.evaluation.subgroup.SubgroupResults;
import org.strnet.network.BinaryTarget;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.ContinuousTarget;

/** Results of small invented studies; every film is worked out from its number alone. */
public final class StudyExample {

  /** What kind of study. */
  public enum Kind {
    /** Both labels, all heads, some films left out. */
    USUAL,
    /** No film at all. */
    EMPTY,
    /** Every film has the finding. */
    ONE_CLASS,
    /** Every film has the same probability. */
    EQUAL_SCORES,
    /** The third head is on, but no reference is known. */
    NO_T_SCORE,
    /** Only the screening head is on, with labels of a control task. */
    SCREENING_ONLY,
    /** No film could be assessed. */
    NONE_ASSESSED
  }

  private static final int FILMS = 60;
  private static final double THRESHOLD = 0.55;

  private final Kind kind;
  private final String column;

  private StudyExample(Kind kind, String column) {
    this.kind = kind;
    this.column = column;
  }

  /** A study. */
  public static StudyResults of(Kind kind) {
    return new StudyExample(kind, "frame").results();
  }

  /** A study with a text from outside in a column, a file name, a title and a subgroup. */
  public static StudyResults naming(String text) {
    return new StudyExample(Kind.USUAL, text).results();
  }

  private StudyResults results() {
    List<CohortFilm> films = new ArrayList<>();
    List<Prediction> predictions = new ArrayList<>();
    List<Labels> labels = new ArrayList<>();
    for (int i = 0; i < (kind == Kind.EMPTY ? 0 : FILMS); i++) {
      films.add(film(i));
      predictions.add(prediction(i));
      labels.add(label(i));
    }
    Cohort cohort =
        new Cohort(
            Path.of("cohort.csv"), "0".repeat(64), List.of("image", "framing"), films, List.of());
    StudyFilms study =
        new StudyFilms(predictions, labels, films.stream().map(CohortFilm::patient).toList());
    return new StudyResults(
        description(films.size()),
        cohort,
        predictions,
        labels,
        metrics(study),
        subgroups(),
        adjusted(),
        gains(),
        List.of(0.1, 0.3, 0.5, 0.7),
        Optional.of(new GateUsage(Map.of("screening", List.of(0.25, 0.75)), films.size())));
  }

  private CohortFilm film(int i) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("image", column + "-" + i + ".png");
    values.put("framing", i % 3 == 0 ? column : "strip");
    ClinicalVariables clinical =
        new ClinicalVariables(
            Map.of(ClinicalVariable.AGE, 50.0 + i % 30, ClinicalVariable.SEX, (double) (i % 2)));
    return new CohortFilm(
        i + 2,
        Path.of("film-" + i + ".png"),
        "patient-" + i / 2,
        Optional.empty(),
        FilmUse.DEFAULT,
        i % 10 == 0 ? ClinicalVariables.NONE : clinical,
        values);
  }

  private double tScore(int i) {
    return 0.5 - (i * 7 % FILMS) * 4.0 / FILMS;
  }

  private double probability(int i) {
    double noise = ((i * 13) % 17 - 8) / 40.0;
    double p = 1 / (1 + Math.exp(2 * (tScore(i) + 1))) + noise;
    return kind == Kind.EQUAL_SCORES ? 0.5 : Math.max(0.01, Math.min(0.99, p));
  }

  private Prediction prediction(int i) {
    String image = column + "-" + i + ".png";
    if (kind == Kind.NONE_ASSESSED || i % 20 == 3) {
      return Prediction.notAssessable(image, "no_knee_found");
    }
    if (i % 20 == 7) {
      return Prediction.notAssessable(image, "marked_not_usable");
    }
    double p = probability(i);
    boolean all = kind != Kind.SCREENING_ONLY;
    double estimate = tScore(i) + ((i * 5) % 11 - 5) / 10.0;
    return Prediction.assessed(
        image,
        new HeadEstimates(
            OptionalDouble.of(p),
            all ? OptionalDouble.of(p * p) : OptionalDouble.empty(),
            all ? OptionalDouble.of(estimate) : OptionalDouble.empty(),
            all ? Optional.of(new Interval(estimate - 1, estimate + 1)) : Optional.empty(),
            Optional.of(p >= THRESHOLD ? Decision.REFER : Decision.NOT_FLAGGED)));
  }

  private Labels label(int i) {
    double t = tScore(i);
    int loss = kind == Kind.ONE_CLASS || t < -1 ? 1 : 0;
    boolean all = kind != Kind.SCREENING_ONLY;
    return new Labels(
        OptionalInt.of(loss),
        loss == 1 && all ? OptionalInt.of(t <= -2.5 ? 1 : 0) : OptionalInt.empty(),
        all && kind != Kind.NO_T_SCORE ? OptionalDouble.of(t) : OptionalDouble.empty());
  }

  private static Metrics metrics(StudyFilms films) {
    var screening = films.screening();
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    metrics.put("flow.films", Estimate.ofValue(films.size(), films.size(), "count"));
    metrics.put("screening.auroc", Auroc.estimate(screening.scores()));
    OptionalDouble precision = AveragePrecision.of(screening.scores());
    metrics.put(
        "screening.auprc",
        precision.isPresent()
            ? Estimate.ofValue(precision.getAsDouble(), screening.size(), "no interval")
            : Estimate.notEstimable(screening.size(), "needs films with the finding"));
    metrics.put("screening.sensitivity", screening.counts().sensitivity());
    metrics.put("screening.specificity", screening.counts().specificity());
    metrics.put("screening.threshold", Estimate.ofValue(THRESHOLD, screening.size(), "fixed"));
    metrics.put("severity.auroc", Auroc.estimate(films.severity().scores()));
    metrics.put("tscore.bias", Estimate.ofValue(-0.1234, films.tScore().size(), "mean"));
    return new Metrics(metrics);
  }

  private SubgroupResults subgroups() {
    Estimate inside = Estimate.of(0.8, new Interval(0.6, 0.95), 30, "DeLong 95 %");
    Estimate difference = Estimate.of(-0.05, new Interval(-0.3, 0.2), 60, "bootstrap");
    SubgroupResults.Cell cell =
        new SubgroupResults.Cell(
            "screening.auroc",
            inside,
            new Difference(difference, OptionalDouble.of(0.5), OptionalDouble.of(0.9)));
    SubgroupResults.Cell suppressed =
        new SubgroupResults.Cell(
            "screening.auroc",
            Estimate.notEstimable(4, "fewer than 10 films"),
            Difference.of(Estimate.notEstimable(4, "fewer than 10 films")));
    return new SubgroupResults(
        List.of(
            new SubgroupResults.Column(
                "framing",
                "as written",
                List.of(
                    new SubgroupResults.Group(column, 20, 12, 8, List.of(cell)),
                    new SubgroupResults.Group("strip", 4, 2, 2, List.of(suppressed))))),
        "1 comparison was made.");
  }

  private List<AdjustedResults> adjusted() {
    Estimate crude = Estimate.of(0.8, new Interval(0.7, 0.9), 50, "DeLong 95 %");
    Estimate within = Estimate.of(0.55, new Interval(0.4, 0.7), 30, "DeLong 95 %");
    return List.of(
        new AdjustedResults(
            "framing",
            "as written",
            crude,
            within,
            List.of(new AdjustedResults.Stratum(column, 12, 8, within))));
  }

  private List<Gain> gains() {
    Estimate area = Estimate.of(0.8, new Interval(0.7, 0.9), 50, "DeLong 95 %");
    Estimate gain = Estimate.of(-0.01, new Interval(-0.06, 0.04), 50, "DeLong paired 95 %");
    return List.of(
        new Gain(
            "age and sex",
            "logistic regression in 5 folds",
            List.of(),
            List.of(new Compared("screening.auroc", area, area, Difference.of(gain, 0.7)))));
  }

  private StudyDescription description(int films) {
    boolean all = kind != Kind.SCREENING_ONLY;
    OperatingPoint point =
        new OperatingPoint(
            THRESHOLD,
            0.86,
            ThresholdRule.POINT,
            40,
            20,
            new Proportion(36, 40),
            new Proportion(15, 20),
            "0".repeat(64),
            LocalDate.of(2026, 11, 23));
    return new StudyDescription(
        "Evaluation of example on " + column,
        StudyDescription.Mode.EXTERNAL,
        Optional.of(new StudyDescription.BundleIdentity("example", "1".repeat(64), false)),
        new StudyDescription.CohortIdentity(
            "cohort.csv", "0".repeat(64), films, (films + 1) / 2, Optional.of("split=test")),
        CohortScreening.Regions.ANNOTATED,
        List.of(new StudyDescription.UsedOperatingPoint("all", point)),
        new StudyDescription.Heads(
            Optional.of(new BinaryTarget("bone_loss", "bone loss", "bone_loss", "normal")),
            all
                ? Optional.of(new BinaryTarget("severity", "severe", "osteoporosis", "osteopenia"))
                : Optional.empty(),
            all
                ? Optional.of(new ContinuousTarget("t_score", "T-score", "SD", "phantom truth"))
                : Optional.empty()),
        new StudyDescription.Resampling(200, 1),
        new StudyDescription.Run("STR-Net", "evaluate", LocalDate.of(2026, 11, 24)));
  }
}
