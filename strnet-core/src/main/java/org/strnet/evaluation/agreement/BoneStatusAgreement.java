package org.strnet.evaluation.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.strnet.decision.BoneStatus;
import org.strnet.evaluation.multiclass.ClassPairs;

/**
 * The WHO classes of estimated T-scores against those of the reference. The limits belong to the
 * classes as {@link BoneStatus} has them: -1.0 is normal, -2.5 is osteoporosis.
 */
public final class BoneStatusAgreement {

  private static final List<BoneStatus> ORDER = List.of(BoneStatus.values());

  private BoneStatusAgreement() {}

  /**
   * Classes normal, osteopenia, osteoporosis of both T-scores.
   *
   * @param tScores in SD
   */
  public static ClassPairs of(NumberPairs tScores) {
    List<String> names =
        ORDER.stream().map(status -> status.name().toLowerCase(Locale.ROOT)).toList();
    return new ClassPairs(names, classes(tScores.estimates()), classes(tScores.references()));
  }

  private static int[] classes(double[] tScores) {
    return Arrays.stream(tScores)
        .mapToInt(tScore -> ORDER.indexOf(BoneStatus.ofTScore(tScore)))
        .toArray();
  }
}
