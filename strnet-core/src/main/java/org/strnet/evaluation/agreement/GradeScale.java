package org.strnet.evaluation.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Grades of a target that is graded, such as Kellgren-Lawrence.
 *
 * @param grades whole numbers that occur, lowest first
 */
public record GradeScale(List<Integer> grades) {

  private static final int MOST = 12;

  /** Copies the grades. */
  public GradeScale {
    grades = List.copyOf(grades);
  }

  /** The grades of references: 2 to 12 whole numbers and nothing else, or absent. */
  public static Optional<GradeScale> found(double[] references) {
    double[] distinct = Arrays.stream(references).distinct().sorted().toArray();
    boolean whole = Arrays.stream(distinct).allMatch(value -> value == Math.rint(value));
    if (!whole || distinct.length < 2 || distinct.length > MOST) {
      return Optional.empty();
    }
    return Optional.of(
        new GradeScale(Arrays.stream(distinct).mapToObj(value -> (int) value).toList()));
  }

  /** The nearest grade; half-way the lower one. */
  public int nearest(double estimate) {
    int best = grades.get(0);
    for (int grade : grades) {
      if (Math.abs(grade - estimate) < Math.abs(best - estimate)) {
        best = grade;
      }
    }
    return best;
  }

  /** The pairs with every estimate at its nearest grade. */
  public NumberPairs graded(NumberPairs films) {
    return new NumberPairs(
        Arrays.stream(films.estimates()).map(this::nearest).toArray(), films.references());
  }
}
