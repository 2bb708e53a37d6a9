package org.strnet.evaluation.discrimination;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.resampling.PatientBootstrap;

/**
 * Areas under the ROC curves of each class against the rest, and their plain mean (scikit-learn's
 * {@code roc_auc_score} with {@code multi_class="ovr", average="macro"}).
 */
public final class OneVersusRest {

  private OneVersusRest() {}

  /** The area of each class with its interval, or why there is none. */
  public static List<Estimate> areas(ClassScores films) {
    return IntStream.range(0, films.classCount())
        .mapToObj(chosen -> Auroc.estimate(films.against(chosen)))
        .toList();
  }

  /** The same with films clustered in patients. */
  public static List<Estimate> areas(ClassScores films, List<String> patients) {
    return IntStream.range(0, films.classCount())
        .mapToObj(chosen -> ClusteredAuroc.estimate(films.against(chosen), patients))
        .toList();
  }

  /** The mean of the areas; absent if a class does not occur. */
  public static OptionalDouble mean(ClassScores films) {
    double sum = 0;
    for (int chosen = 0; chosen < films.classCount(); chosen++) {
      BinaryScores own = films.against(chosen);
      if (!own.hasBothLabels()) {
        return OptionalDouble.empty();
      }
      sum += Auroc.of(own).value();
    }
    return films.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / films.classCount());
  }

  /** The mean of the areas with its interval, or why there is none. */
  public static Estimate mean(
      ClassScores films, List<String> patients, PatientBootstrap bootstrap) {
    return bootstrap.estimate(
        patients, rows -> mean(films.select(rows)), "needs films of every class");
  }
}
