package org.strnet.spark.summary;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.strnet.spark.film.FilmOutcome;

/**
 * The figures of an archive.
 *
 * @param outcomes films by outcome and reason, the most frequent first
 * @param positivity by group, at most {@value #MOST_GROUPS} of each grouping
 * @param drift of all scores and of those of each year and site; empty without a reference
 * @param readMedian milliseconds to fetch a film that was assessed
 * @param screenMedian milliseconds to screen it
 */
public record ArchiveSummary(
    List<OutcomeCount> outcomes,
    Map<Grouping, List<GroupPositivity>> positivity,
    List<GroupDrift> drift,
    long readMedian,
    long screenMedian) {

  /** A page with more would not be read. */
  private static final int MOST_GROUPS = 50;

  private static final List<Grouping> DRIFT = List.of(Grouping.YEAR, Grouping.SITE);

  /** Copies the lists. */
  public ArchiveSummary {
    outcomes = List.copyOf(outcomes);
    positivity = Map.copyOf(positivity);
    drift = List.copyOf(drift);
  }

  /**
   * Counts.
   *
   * @param rows all committed rows of one version
   * @param reference scores to compare with
   */
  public static ArchiveSummary of(Dataset<Row> rows, Optional<ReferenceScores> reference) {
    Map<Grouping, List<GroupPositivity>> positivity = new EnumMap<>(Grouping.class);
    for (Grouping grouping : Grouping.values()) {
      positivity.put(grouping, positivity(rows, grouping));
    }
    Row medians =
        assessed(rows).agg(median("read_ms").as("read"), median("screen_ms").as("screen")).first();
    return new ArchiveSummary(
        outcomes(rows),
        positivity,
        reference.map(scores -> drift(rows, scores)).orElse(List.of()),
        medians.getLong(0),
        medians.getLong(1));
  }

  /** All films, copies with them. */
  long films() {
    return outcomes.stream().mapToLong(OutcomeCount::films).sum();
  }

  private static Column median(String column) {
    return coalesce(percentile_approx(col(column), lit(0.5), lit(10_000)), lit(0L));
  }

  private static Dataset<Row> assessed(Dataset<Row> rows) {
    return rows.filter(col("outcome").equalTo(FilmOutcome.ASSESSED.code()));
  }

  private static List<OutcomeCount> outcomes(Dataset<Row> rows) {
    return rows
        .groupBy(col("outcome"), coalesce(col("reason"), lit("")).as("reason"))
        .agg(count(lit(1)).as("films"))
        .orderBy(col("films").desc(), col("outcome"), col("reason"))
        .collectAsList()
        .stream()
        .map(row -> new OutcomeCount(row.getString(0), row.getString(1), row.getLong(2)))
        .toList();
  }

  private static List<GroupPositivity> positivity(Dataset<Row> rows, Grouping grouping) {
    Column isAssessed = col("outcome").equalTo(FilmOutcome.ASSESSED.code());
    return rows
        .filter(col("outcome").notEqual(FilmOutcome.DUPLICATE.code()))
        .groupBy(grouping.group().as("group"))
        .agg(
            count(lit(1)).as("films"),
            sum(when(isAssessed, 1L).otherwise(0L)).as("assessed"),
            sum(when(col("decision").equalTo("refer"), 1L).otherwise(0L)).as("refer"))
        .orderBy(col("films").desc(), col("group"))
        .limit(MOST_GROUPS)
        .collectAsList()
        .stream()
        .map(
            row ->
                new GroupPositivity(
                    row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3)))
        .toList();
  }

  private static List<GroupDrift> drift(Dataset<Row> rows, ReferenceScores reference) {
    List<GroupDrift> drift = new ArrayList<>(drift(rows, reference, lit("all")));
    for (Grouping grouping : DRIFT) {
      drift.addAll(drift(rows, reference, grouping.group()));
    }
    return drift;
  }

  private static List<GroupDrift> drift(
      Dataset<Row> rows, ReferenceScores reference, Column group) {
    Map<String, int[]> counts = new TreeMap<>();
    assessed(rows)
        .groupBy(group.as("group"), reference.bin().as("bin"))
        .count()
        .collectAsList()
        .forEach(
            row ->
                counts
                        .computeIfAbsent(row.getString(0), name -> new int[reference.bins()])[
                        row.getInt(1)] =
                    Math.toIntExact(row.getLong(2)));
    return counts.entrySet().stream()
        .limit(MOST_GROUPS)
        .map(entry -> new GroupDrift(entry.getKey(), reference.against(entry.getValue())))
        .toList();
  }
}
