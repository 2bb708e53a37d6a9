package org.strnet.spark.cohort;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * A sample for a reader study: equally many films of each band of scores, so that readers see the
 * whole range and not mostly what is frequent.
 *
 * @param films wanted in all, at least 1
 * @param bands of equal width from 0 to 1, at least 1
 * @param seed equal seeds draw equal films
 */
public record ScoreStrata(int films, int bands, long seed) {

  /** Column of the band, 0 for the lowest scores. */
  static final String STRATUM = "stratum";

  /** Column of the weight: films of the band per film that was drawn from it. */
  static final String WEIGHT = "sampling_weight";

  /** Checks the numbers. */
  public ScoreStrata {
    if (films < 1 || bands < 1 || bands > films) {
      throw new IllegalArgumentException(
          "1 <= bands <= films, found %d bands of %d films".formatted(bands, films));
    }
  }

  /**
   * Draws films; all of a band that has fewer than its part. The columns {@code stratum} and {@code
   * sampling_weight} are added: weighted, the sample stands for the films it was drawn from.
   */
  public Dataset<Row> of(Dataset<Row> rows) {
    int each = films / bands;
    WindowSpec band = Window.partitionBy(STRATUM);
    var place = least(floor(col("p_bone_loss").multiply(lit(bands))), lit(bands - 1L)).cast("int");
    return rows.withColumn(STRATUM, place)
        .withColumn("of_band", count(lit(1)).over(band))
        .withColumn(
            "draw",
            row_number().over(band.orderBy(xxhash64(col("film_key"), lit(seed)), col("film_key"))))
        .filter(col("draw").leq(each))
        .withColumn(WEIGHT, col("of_band").divide(least(col("of_band"), lit((long) each))))
        .drop("of_band", "draw");
  }
}
