package org.strnet.spark.summary;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
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
    List<Row> outcomes = outcomes(rows);
    Optional<Row> assessed =
        outcomes.stream()
            .filter(row -> row.getString(0).equals(FilmOutcome.ASSESSED.code()))
            .findFirst();
    return new ArchiveSummary(
        outcomes.stream()
            .map(row -> new OutcomeCount(row.getString(0), row.getString(1), row.getLong(2)))
            .toList(),
        positivity(rows),
        reference.map(scores -> drift(rows, scores)).orElse(List.of()),
        assessed.map(row -> row.getLong(3)).orElse(0L),
        assessed.map(row -> row.getLong(4)).orElse(0L));
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

  private static List<Row> outcomes(Dataset<Row> rows) {
    return rows.groupBy(col("outcome"), coalesce(col("reason"), lit("")).as("reason"))
        .agg(count(lit(1)).as("films"), median("read_ms"), median("screen_ms"))
        .orderBy(col("films").desc(), col("outcome"), col("reason"))
        .collectAsList();
  }

  /** All groupings in one pass over the rows. */
  private static Map<Grouping, List<GroupPositivity>> positivity(Dataset<Row> rows) {
    Column isAssessed = col("outcome").equalTo(FilmOutcome.ASSESSED.code());
    Column groups =
        array(
            Arrays.stream(Grouping.values())
                .map(by -> struct(lit(by.name()).as("by"), by.group().as("name")))
                .toArray(Column[]::new));
    Dataset<Row> counts =
        rows.filter(col("outcome").notEqual(FilmOutcome.DUPLICATE.code()))
            .select(col("outcome"), col("decision"), explode(groups).as("group"))
            .groupBy(col("group.by"), col("group.name"))
            .agg(
                count(lit(1)).as("films"),
                sum(when(isAssessed, 1L).otherwise(0L)).as("assessed"),
                sum(when(col("decision").equalTo("refer"), 1L).otherwise(0L)).as("refer"));
    WindowSpec largest = Window.partitionBy("by").orderBy(col("films").desc(), col("name"));
    Map<Grouping, List<GroupPositivity>> positivity = new EnumMap<>(Grouping.class);
    for (Grouping grouping : Grouping.values()) {
      positivity.put(grouping, new ArrayList<>());
    }
    counts
        .withColumn("place", row_number().over(largest))
        .filter(col("place").leq(MOST_GROUPS))
        .collectAsList()
        .forEach(
            row ->
                positivity
                    .get(Grouping.valueOf(row.getString(0)))
                    .add(
                        new GroupPositivity(
                            row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4))));
    positivity.forEach((grouping, found) -> found.sort(grouping.order()));
    return positivity;
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
