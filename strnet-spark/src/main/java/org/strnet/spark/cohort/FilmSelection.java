package org.strnet.spark.cohort;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.Objects;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.strnet.provenance.BadInputException;
import org.strnet.spark.film.FilmOutcome;

/**
 * Which films are wanted.
 *
 * @param expression a condition in Spark's SQL over the columns of the results, such as {@code age
 *     >= 60 and sex = 'F' and p_bone_loss between 0.4 and 0.6}
 */
public record FilmSelection(String expression) {

  /** Every film that was assessed. */
  public static final FilmSelection ALL = new FilmSelection("true");

  /** Checks that there is a condition. */
  public FilmSelection {
    Objects.requireNonNull(expression);
  }

  /**
   * The films that were assessed and fulfil the condition.
   *
   * @param rows of the results
   * @throws BadInputException when the condition is none, or names a column that is not there
   */
  public Dataset<Row> of(Dataset<Row> rows) {
    try {
      return rows.filter(col("outcome").equalTo(FilmOutcome.ASSESSED.code()))
          .filter(expr(expression));
    } catch (Exception e) {
      if (isMistake(e)) {
        throw new BadInputException(
            "--select", "must be a condition over the columns, found " + expression, e);
      }
      throw e;
    }
  }

  /** Spark throws checked exceptions that its methods do not declare. */
  private static boolean isMistake(Exception failure) {
    return failure instanceof AnalysisException;
  }
}
