package org.strnet.evaluation.subgroup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.strnet.evaluation.discrimination.AdjustedAuroc;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.head.BinaryFilms;
import org.strnet.evaluation.head.ScreeningArea;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.resampling.PatientBootstrap;

/** The screening area within strata, and adjusted for them. */
public final class AdjustedAnalysis {

  private AdjustedAnalysis() {}

  /**
   * Crude, adjusted and within each stratum.
   *
   * @param films of the study
   * @param grouping of the same films
   * @param bootstrap of the adjusted area's interval
   */
  public static AdjustedResults of(
      StudyFilms films, Grouping grouping, PatientBootstrap bootstrap) {
    List<AdjustedResults.Stratum> strata = new ArrayList<>();
    for (int which = 0; which < grouping.names().size(); which++) {
      BinaryFilms own = films.select(grouping.films(which)).screening();
      strata.add(
          new AdjustedResults.Stratum(
              grouping.names().get(which),
              own.scores().positives(),
              own.scores().negatives(),
              own.size() < SubgroupAnalysis.LEAST
                  ? SubgroupAnalysis.suppressed(own.size())
                  : ScreeningArea.estimate(own)));
    }
    return new AdjustedResults(
        grouping.column(),
        grouping.how(),
        ScreeningArea.estimate(films.screening()),
        adjusted(films, grouping, bootstrap),
        strata);
  }

  private static Estimate adjusted(
      StudyFilms films, Grouping grouping, PatientBootstrap bootstrap) {
    int[] known =
        IntStream.range(0, films.size())
            .filter(film -> films.labels().get(film).boneLoss().isPresent())
            .filter(film -> hasScore(films.predictions().get(film)))
            .toArray();
    BinaryFilms scored = films.select(known).screening();
    List<String> groups = grouping.ofFilms();
    List<String> covariate = IntStream.of(known).mapToObj(groups::get).toList();
    return AdjustedAuroc.estimate(scored.scores(), covariate, scored.patients(), bootstrap);
  }

  private static boolean hasScore(Prediction prediction) {
    return prediction.heads().filter(heads -> heads.boneLoss().isPresent()).isPresent();
  }
}
