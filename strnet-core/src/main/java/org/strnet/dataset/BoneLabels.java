package org.strnet.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.decision.BoneStatus;

/**
 * The three bone labels of a film as far as they are written.
 *
 * @param status WHO class, if known
 * @param loss whether there is bone loss, if known
 * @param tScore T-score in SD, if known
 */
record BoneLabels(Optional<BoneStatus> status, Optional<Boolean> loss, OptionalDouble tScore) {

  static BoneLabels of(CohortFilm film) {
    // Values were checked when the file was read, so a second reader finds no fault.
    RowReader row = new RowReader(film.row(), film.values(), new Faults());
    return new BoneLabels(
        row.word(CohortColumns.BONE_STATUS).flatMap(BoneLabels::status),
        row.yesNo(CohortColumns.BONE_LOSS),
        row.number(CohortColumns.T_SCORE, -10, 10));
  }

  static Optional<BoneStatus> status(String word) {
    return Arrays.stream(BoneStatus.values()).filter(s -> name(s).equals(word)).findFirst();
  }

  static String[] names(BoneStatus[] statuses) {
    return Arrays.stream(statuses).map(BoneLabels::name).toArray(String[]::new);
  }

  static String name(BoneStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
