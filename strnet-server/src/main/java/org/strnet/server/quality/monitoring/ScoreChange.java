package org.strnet.server.quality.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.strnet.evaluation.drift.PopulationStability;

/** Since when scores differ from their reference. */
final class ScoreChange {

  private ScoreChange() {}

  /**
   * Goes back film by film, with as many films before each as are compared now, until the index was
   * below {@link PopulationStability#WATCH}.
   *
   * @param now the index of the newest films
   * @param films after the reference, with scores, {@link StreamDrift#LEAST_RECENT} or more
   * @return day of the film after which it last was; of the first film that could be compared where
   *     it never was; empty where it is below now
   */
  static Optional<LocalDate> since(PopulationStability now, List<MonitoredFilm> films) {
    double[] edges = now.edges();
    int[] counts = now.current();
    Optional<LocalDate> since = Optional.empty();
    for (int last = films.size() - 1; last >= StreamDrift.LEAST_RECENT - 1; last--) {
      if (new PopulationStability(edges, now.reference(), counts).index()
          < PopulationStability.WATCH) {
        return since;
      }
      since = Optional.of(films.get(last).day());
      counts[bin(edges, films.get(last))]--;
      int entering = last - StreamDrift.RECENT;
      if (entering >= 0) {
        counts[bin(edges, films.get(entering))]++;
      }
    }
    return since;
  }

  private static int bin(double[] edges, MonitoredFilm film) {
    return PopulationStability.bin(edges, film.score().orElseThrow());
  }
}
