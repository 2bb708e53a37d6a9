package org.strnet.evaluation.subgroup;

import java.util.List;
import org.strnet.evaluation.comparison.Difference;
import org.strnet.evaluation.estimate.Estimate;

/**
 * Figures by subgroup.
 *
 * @param columns one table per column, in the order asked for
 * @param note how many comparisons were made and what that does to the p-values; for the reader
 */
public record SubgroupResults(List<Column> columns, String note) {

  /** No subgroups were asked for and none were found. */
  public static final SubgroupResults NONE = new SubgroupResults(List.of(), "No subgroups.");

  /** Copies the list. */
  public SubgroupResults {
    columns = List.copyOf(columns);
  }

  /**
   * One column of the cohort.
   *
   * @param name the column, e.g. {@code age}
   * @param how how values became groups, e.g. {@code cut at 50, 65, 75} or {@code as written}
   * @param groups in order; films with an empty value are the group {@code not known}
   */
  public record Column(String name, String how, List<Group> groups) {
    /** Copies the list. */
    public Column {
      groups = List.copyOf(groups);
    }
  }

  /**
   * One group of films.
   *
   * @param name as written in the cohort, or the band, e.g. {@code 50 to below 65}
   * @param films rows of the group, also those not assessed
   * @param positives assessed films of the group with the finding
   * @param negatives assessed films of the group without the finding
   * @param cells its figures: {@code screening.auroc}, {@code screening.sensitivity}, {@code
   *     screening.specificity}, {@code tscore.mae}, in this order; a suppressed cell is not
   *     estimable and says so
   */
  public record Group(String name, int films, int positives, int negatives, List<Cell> cells) {
    /** Copies the list. */
    public Group {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One figure of a group.
   *
   * @param metric its dotted name
   * @param estimate within the group
   * @param toRest group minus all other films of the cohort
   */
  public record Cell(String metric, Estimate estimate, Difference toRest) {}
}
