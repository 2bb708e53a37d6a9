package org.strnet.evaluation.subgroup;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.strnet.evaluation.comparison.ClusteredMean;
import org.strnet.evaluation.comparison.Difference;
import org.strnet.evaluation.comparison.Holm;
import org.strnet.evaluation.comparison.IndependentDifference;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.head.BinaryFilms;
import org.strnet.evaluation.head.NumberFilms;
import org.strnet.evaluation.head.ScreeningArea;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.head.TScoreMetrics;
import org.strnet.evaluation.subgroup.SubgroupResults.Cell;
import org.strnet.evaluation.subgroup.SubgroupResults.Column;
import org.strnet.evaluation.subgroup.SubgroupResults.Group;

/**
 * Figures of groups of films and their difference to the rest. A cell of fewer than ten films is
 * suppressed: it would say more of single patients than of the group.
 */
public final class SubgroupAnalysis {

  /** Films below which a figure is suppressed. */
  public static final int LEAST = 10;

  private SubgroupAnalysis() {}

  /**
   * The figures of all groups.
   *
   * @param films of the study
   * @param groupings of the same films
   */
  public static SubgroupResults of(StudyFilms films, List<Grouping> groupings) {
    List<Column> columns = new ArrayList<>();
    for (Grouping grouping : groupings) {
      List<Group> groups = new ArrayList<>();
      for (int which = 0; which < grouping.names().size(); which++) {
        groups.add(group(films, grouping, which));
      }
      columns.add(new Column(grouping.column(), grouping.how(), groups));
    }
    return adjusted(columns);
  }

  private static Group group(StudyFilms films, Grouping grouping, int which) {
    StudyFilms own = films.select(grouping.films(which));
    StudyFilms rest = films.select(grouping.rest(which));
    BinaryFilms screening = own.screening();
    BinaryFilms others = rest.screening();
    List<Cell> cells =
        List.of(
            area(screening, others),
            share("screening.sensitivity", decided(screening, true), decided(others, true)),
            share("screening.specificity", decided(screening, false), decided(others, false)),
            error(own.tScore(), rest.tScore()));
    return new Group(
        grouping.names().get(which),
        own.size(),
        screening.scores().positives(),
        screening.scores().negatives(),
        cells);
  }

  private static Cell area(BinaryFilms own, BinaryFilms rest) {
    String name = "screening.auroc";
    if (own.size() < LEAST) {
      return suppressed(name, own.size());
    }
    Estimate estimate = ScreeningArea.estimate(own);
    boolean comparable = rest.size() >= LEAST && twoOfEach(own) && twoOfEach(rest);
    Difference difference =
        comparable
            ? IndependentDifference.normal(
                estimate.value().orElseThrow(),
                ScreeningArea.estimate(rest).value().orElseThrow(),
                Math.hypot(ScreeningArea.standardError(own), ScreeningArea.standardError(rest)),
                own.size() + rest.size(),
                "normal 95 %, " + estimate.method())
            : tooFew(rest.size());
    return new Cell(name, estimate, difference);
  }

  private static boolean twoOfEach(BinaryFilms films) {
    BinaryScores scores = films.scores();
    return Math.min(scores.positives(), scores.negatives()) >= 2;
  }

  /** Films with a decision and one label. */
  private static BinaryFilms decided(BinaryFilms films, boolean label) {
    BinaryFilms decided = films.decided();
    boolean[] positive = decided.scores().positive();
    return decided.select(
        IntStream.range(0, decided.size()).filter(film -> positive[film] == label).toArray());
  }

  /** Share of films decided as they are. */
  private static Cell share(String name, BinaryFilms own, BinaryFilms rest) {
    if (own.size() < LEAST) {
      return suppressed(name, own.size());
    }
    boolean sensitivity = own.scores().positives() > 0;
    Estimate estimate = sensitivity ? own.counts().sensitivity() : own.counts().specificity();
    Difference difference =
        rest.size() < LEAST
            ? tooFew(rest.size())
            : IndependentDifference.ofProportions(right(own), right(rest));
    return new Cell(name, estimate, difference);
  }

  private static ClusteredMean right(BinaryFilms films) {
    boolean[] referred = films.referred();
    boolean[] positive = films.scores().positive();
    return ClusteredMean.of(
        IntStream.range(0, films.size())
            .mapToDouble(film -> referred[film] == positive[film] ? 1 : 0)
            .toArray(),
        films.patients());
  }

  private static Cell error(NumberFilms own, NumberFilms rest) {
    String name = "tscore.mae";
    if (own.size() < LEAST) {
      return suppressed(name, own.size());
    }
    ClusteredMean error = TScoreMetrics.absoluteError(own);
    Difference difference =
        rest.size() < LEAST
            ? tooFew(rest.size())
            : IndependentDifference.ofMeans(error, TScoreMetrics.absoluteError(rest));
    return new Cell(name, error.estimate(), difference);
  }

  /** What stands in place of a figure of too few films. */
  static Estimate suppressed(int n) {
    return Estimate.notEstimable(n, "suppressed, fewer than %d films".formatted(LEAST));
  }

  private static Cell suppressed(String name, int n) {
    Estimate none = suppressed(n);
    return new Cell(name, none, Difference.of(none));
  }

  private static Difference tooFew(int n) {
    return Difference.of(
        Estimate.notEstimable(
            n, "needs %d films, two of each label, on both sides".formatted(LEAST)));
  }

  /** All cells with p-values adjusted together. */
  private static SubgroupResults adjusted(List<Column> columns) {
    List<Difference> all =
        columns.stream()
            .flatMap(column -> column.groups().stream())
            .flatMap(group -> group.cells().stream())
            .map(Cell::toRest)
            .toList();
    Iterator<Difference> adjusted = Holm.adjust(all).iterator();
    List<Column> result = new ArrayList<>();
    for (Column column : columns) {
      List<Group> groups = new ArrayList<>();
      for (Group group : column.groups()) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : group.cells()) {
          cells.add(new Cell(cell.metric(), cell.estimate(), adjusted.next()));
        }
        groups.add(
            new Group(group.name(), group.films(), group.positives(), group.negatives(), cells));
      }
      result.add(new Column(column.name(), column.how(), groups));
    }
    return new SubgroupResults(result, Holm.note(all));
  }
}
