package org.strnet.spark.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.strnet.evaluation.drift.PopulationStability;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.storage.Places;

/** The scores that those of an archive are compared with: a study's {@code predictions.csv}. */
public final class ReferenceScores {

  /** Fewer would make more of chance than of drift. */
  private static final int FEWEST = 100;

  private static final int BINS = 10;
  private static final String SCORE = "p_bone_loss";

  private final PopulationStability reference;

  private ReferenceScores(PopulationStability reference) {
    this.reference = reference;
  }

  /**
   * Reads the scores.
   *
   * @param place a CSV with a column {@code p_bone_loss}
   * @throws BadInputException when it has none, or fewer than {@value #FEWEST} scores
   */
  public static ReferenceScores read(SparkSession spark, String place) {
    Dataset<Row> rows = spark.read().option("header", true).csv(Places.path(place).toString());
    if (!Arrays.asList(rows.columns()).contains(SCORE)) {
      throw new BadInputException(place, "a reference has a column '%s'".formatted(SCORE));
    }
    double[] scores =
        rows.select(col(SCORE).cast("double")).na().drop().collectAsList().stream()
            .mapToDouble(row -> row.getDouble(0))
            .toArray();
    if (scores.length < FEWEST) {
      throw new BadInputException(
          place, "a reference has at least %d scores, found %d".formatted(FEWEST, scores.length));
    }
    return new ReferenceScores(PopulationStability.of(scores, scores, BINS));
  }

  /** The bin of a row's score, 0 to 9. */
  Column bin() {
    Column bin = lit(0);
    for (double edge : reference.edges()) {
      bin = bin.plus(when(col(SCORE).geq(edge), 1).otherwise(0));
    }
    return bin;
  }

  /**
   * Compares.
   *
   * @param counts of scores in each bin
   */
  PopulationStability against(int[] counts) {
    return new PopulationStability(reference.edges(), reference.reference(), counts);
  }

  /** How many bins there are. */
  int bins() {
    return reference.reference().length;
  }
}
