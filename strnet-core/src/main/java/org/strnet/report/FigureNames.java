package org.strnet.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.strnet.decision.ThreeClassProbabilities;
import org.strnet.network.BinaryTarget;
import org.strnet.network.HeadTargets;

/** Names of figures in JSON and CSV; those of bone loss are part of the contract. */
final class FigureNames {

  private FigureNames() {}

  /** {@code p_bone_loss} for bone loss. */
  static String screening(HeadTargets targets) {
    return "p_" + targets.screening().name();
  }

  /** {@code p_osteoporosis_given_loss} for bone loss. */
  static String severity(BinaryTarget target) {
    return "p_" + target.name();
  }

  /** Probability by class: normal, osteopenia, osteoporosis for bone loss. */
  static Map<String, Double> classes(HeadTargets targets, KneeResult knee) {
    Map<String, Double> classes = new LinkedHashMap<>();
    String negative = targets.screening().negative();
    if (targets.severity().isEmpty()) {
      classes.put(negative, 1 - knee.boneLoss());
      classes.put(targets.screening().positive(), knee.boneLoss());
      return classes;
    }
    var three = ThreeClassProbabilities.of(knee.boneLoss(), knee.severity().orElseThrow());
    classes.put(negative, three.normal());
    classes.put(targets.severity().get().negative(), three.osteopenia());
    classes.put(targets.severity().get().positive(), three.osteoporosis());
    return classes;
  }
}
