package org.strnet.spark.run;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.strnet.spark.film.FilmOutcome;

/**
 * Copies of films: the same pixels under whatever name, or the same SOP Instance UID, since an
 * archive may hold one film in several encodings. The first film stands, by batch and then by key;
 * the others say of what they are copies, and have no figures, so that no film is counted twice.
 * Copies have the same outcome and reason: a damaged copy stands by itself, and never in the way of
 * the whole film.
 */
final class Duplicates {

  private static final String KEY = "film_key";
  private static final String PIXELS = "pixel_hash";
  private static final String UID = "sop_instance_uid";
  private static final String OUTCOME = "outcome";
  private static final String RESULT = "result";

  /** What only the first of several copies has. */
  private static final Set<String> FIGURES =
      Set.of(
          "detail",
          "knees",
          "p_bone_loss",
          "p_osteoporosis_given_loss",
          "p_normal",
          "p_osteopenia",
          "p_osteoporosis",
          "t_score",
          "t_low",
          "t_high",
          "decision",
          "zone",
          "knee_confidence",
          "notices");

  private Duplicates() {}

  /**
   * Marks the copies.
   *
   * @param rows of a batch
   * @param earlier rows of earlier batches
   */
  static Dataset<Row> mark(Dataset<Row> rows, Dataset<Row> earlier) {
    Dataset<Row> known = withResult(rows);
    Dataset<Row> before = withResult(earlier);
    Dataset<Row> matched =
        known
            .join(first(known, before, PIXELS, "first_by_pixels"), names(PIXELS, RESULT), "left")
            .join(first(known, before, UID, "first_by_uid"), names(UID, RESULT), "left");
    var byPixels = isOther("first_by_pixels");
    var byUid = isOther("first_by_uid");
    Dataset<Row> marked =
        matched
            .withColumn(
                "duplicate_of",
                when(byPixels, col("first_by_pixels.film_key"))
                    .when(byUid, col("first_by_uid.film_key")))
            .withColumn(
                "reason",
                when(byPixels, lit("same_pixels"))
                    .when(byUid.and(sameOrUnknownPixels()), lit("same_uid"))
                    .when(byUid, lit("same_uid_other_pixels"))
                    .otherwise(col("reason")));
    return cleared(marked, rows.columns());
  }

  private static Dataset<Row> withResult(Dataset<Row> rows) {
    return rows.withColumn(RESULT, concat_ws(" ", col(OUTCOME), col("reason")));
  }

  /** The first film of each value, among those of the batch and the earlier ones that share it. */
  private static Dataset<Row> first(
      Dataset<Row> rows, Dataset<Row> earlier, String by, String name) {
    Dataset<Row> known = rows.filter(col(by).isNotNull());
    Dataset<Row> alike =
        earlier.join(
            broadcast(known.select(by, RESULT).distinct()), names(by, RESULT), "left_semi");
    return ranked(alike, by, 0)
        .union(ranked(known, by, 1))
        .groupBy(by, RESULT)
        .agg(min(struct("rank", KEY, "pixels")).as(name));
  }

  private static Dataset<Row> ranked(Dataset<Row> rows, String by, int rank) {
    return rows.select(
        col(by), col(RESULT), lit(rank).as("rank"), col(KEY), col(PIXELS).as("pixels"));
  }

  private static org.apache.spark.sql.Column isOther(String first) {
    return col(first).isNotNull().and(col(first + ".film_key").notEqual(col(KEY)));
  }

  private static org.apache.spark.sql.Column sameOrUnknownPixels() {
    return col(PIXELS)
        .isNull()
        .or(col("first_by_uid.pixels").isNull())
        .or(col("first_by_uid.pixels").equalTo(col(PIXELS)));
  }

  private static Dataset<Row> cleared(Dataset<Row> marked, String[] columns) {
    var isCopy = col("duplicate_of").isNotNull();
    return marked.select(
        Arrays.stream(columns)
            .map(
                name -> {
                  if (name.equals(OUTCOME)) {
                    return when(isCopy, lit(FilmOutcome.DUPLICATE.code()))
                        .otherwise(col(name))
                        .as(name);
                  }
                  return FIGURES.contains(name)
                      ? when(isCopy.unary_$bang(), col(name)).as(name)
                      : col(name);
                })
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  private static scala.collection.immutable.Seq<String> names(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
