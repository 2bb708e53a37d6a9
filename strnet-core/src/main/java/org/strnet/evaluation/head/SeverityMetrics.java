package org.strnet.evaluation.head;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.ClassScores;
import org.strnet.evaluation.discrimination.ClusteredAuroc;
import org.strnet.evaluation.discrimination.OneVersusRest;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.multiclass.ClassPairs;
import org.strnet.evaluation.multiclass.ClassTable;
import org.strnet.evaluation.resampling.PatientBootstrap;

/** The figures of the severity head, and those of the three classes that both logits give. */
public final class SeverityMetrics {

  private SeverityMetrics() {}

  /** Of the severity head alone, under {@code severity.*}. */
  public static Metrics ofSeverity(BinaryFilms films) {
    Map<String, Estimate> found = new LinkedHashMap<>();
    found.put("severity.auroc", Auroc.estimate(films.scores()));
    if (films.patientsRepeat()) {
      found.put(
          "severity.auroc_clustered", ClusteredAuroc.estimate(films.scores(), films.patients()));
    }
    return new Metrics(found);
  }

  /** Of the three classes, under {@code classes.*}. */
  public static Metrics ofClasses(ClassFilms films, MetricSettings settings) {
    List<String> names = settings.classes();
    ClassPairs pairs = new ClassPairs(names, films.said(), films.truth());
    ClassTable table = pairs.table();
    PatientBootstrap bootstrap = settings.bootstrap(films.size());
    Map<String, Estimate> found = new LinkedHashMap<>();
    found.put("classes.kappa", pairs.kappa(films.patients(), bootstrap));
    found.put("classes.macro_f1", pairs.macroF1(films.patients(), bootstrap));
    found.put("classes.accuracy", table.accuracy());
    found.put("classes.majority", table.majorityBaseline());
    for (int which = 0; which < names.size(); which++) {
      found.put("classes.recall." + names.get(which), table.recall(which));
    }
    ClassScores scores = scores(films);
    for (int which = 0; which < names.size(); which++) {
      found.put(
          "classes.auroc." + names.get(which),
          films.size() == 0
              ? Estimate.notEstimable(0, "needs films with a known class")
              : OneVersusRest.areas(scores, films.patients()).get(which));
    }
    return new Metrics(found);
  }

  /** Figures of the classes that can be resampled. */
  public static List<Figure> figures(ClassFilms films, List<String> names) {
    int[] said = films.said();
    int[] truth = films.truth();
    return List.of(
        new Figure(
            "classes.kappa", rows -> table(names, said, truth, rows).kappa(), "needs two classes"),
        new Figure(
            "classes.macro_f1", rows -> table(names, said, truth, rows).macroF1(), "needs films"),
        new Figure(
            "classes.accuracy",
            rows -> table(names, said, truth, rows).accuracy().value(),
            "needs films"));
  }

  private static ClassTable table(List<String> names, int[] said, int[] truth, int[] rows) {
    return new ClassPairs(names, select(said, rows), select(truth, rows)).table();
  }

  private static int[] select(int[] all, int[] rows) {
    return IntStream.of(rows).map(row -> all[row]).toArray();
  }

  private static ClassScores scores(ClassFilms films) {
    double[][] scores = new double[films.size()][ClassFilms.CLASSES];
    for (int which = 0; which < ClassFilms.CLASSES; which++) {
      double[] own = films.probability(which);
      for (int film = 0; film < own.length; film++) {
        scores[film][which] = own[film];
      }
    }
    return new ClassScores(scores, films.truth());
  }
}
