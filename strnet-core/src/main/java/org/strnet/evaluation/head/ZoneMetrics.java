package org.strnet.evaluation.head;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.strnet.decision.ReadingZones;
import org.strnet.decision.Zone;
import org.strnet.evaluation.accuracy.ConfusionCounts;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;

/** How a three-zone reading does on films with a label. */
public final class ZoneMetrics {

  private static final String FILMS = "needs films with a known label";

  private ZoneMetrics() {}

  /**
   * Under {@code zones.*}: the share of films in each zone, the share with the finding in each, and
   * the two risks that the zones were chosen for.
   */
  public static Metrics of(BinaryFilms films, ReadingZones zones) {
    Map<Zone, int[]> counts = counts(films.scores(), zones);
    Map<String, Estimate> found = new LinkedHashMap<>();
    counts.forEach(
        (zone, count) ->
            found.put(
                "zones." + zone.code(),
                ConfusionCounts.proportion(count[0] + count[1], films.size(), FILMS)));
    counts.forEach(
        (zone, count) ->
            found.put(
                "zones." + zone.code() + "_prevalence",
                ConfusionCounts.proportion(
                    count[1], count[0] + count[1], "needs films in this zone")));
    found.put(
        "zones.missed",
        ConfusionCounts.proportion(
            counts.get(Zone.NO_FLAG)[1],
            films.scores().positives(),
            "needs films with the finding"));
    found.put(
        "zones.falsely_flagged",
        ConfusionCounts.proportion(
            counts.get(Zone.FLAG)[0],
            films.scores().negatives(),
            "needs films without the finding"));
    return new Metrics(found);
  }

  /** Films without and with the finding in each zone. */
  private static Map<Zone, int[]> counts(BinaryScores films, ReadingZones zones) {
    Map<Zone, int[]> counts = new EnumMap<>(Zone.class);
    for (Zone zone : Zone.values()) {
      counts.put(zone, new int[2]);
    }
    double[] scores = films.scores();
    boolean[] positive = films.positive();
    for (int film = 0; film < scores.length; film++) {
      int[] count = counts.get(zones.zone(scores[film]));
      count[positive[film] ? 1 : 0]++;
    }
    return counts;
  }
}
