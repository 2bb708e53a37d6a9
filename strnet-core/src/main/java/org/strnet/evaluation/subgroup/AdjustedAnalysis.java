package org.strnet.evaluation.subgroup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.head.BinaryFilms;
import org.strnet.evaluation.head.ScreeningArea;
import org.strnet.evaluation.head.StudyFilms;

/** The screening area within strata, and adjusted for them. */
public final class AdjustedAnalysis {

  private AdjustedAnalysis() {}

  /**
   * Crude, adjusted and within each stratum.
   *
   * @param films of the study
   * @param grouping of the same films
   */
  public static AdjustedResults of(StudyFilms films, Grouping grouping) {
    List<AdjustedResults.Stratum> strata = new ArrayList<>();
    for (int which = 0; which < grouping.names().size(); which++) {
      BinaryFilms own = films.select(grouping.films(which)).screening();
      strata.add(
          new AdjustedResults.Stratum(
              grouping.names().get(which),
              own.scores().positives(),
              own.scores().negatives(),
              ScreeningArea.estimate(own)));
    }
    return new AdjustedResults(
        grouping.column(),
        grouping.how(),
        ScreeningArea.estimate(films.screening()),
        adjusted(films, grouping),
        strata);
  }
}
