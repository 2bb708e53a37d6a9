package org.strnet.training.study;

import org.strnet.dataset.Targets;
import org.strnet.evaluation.study.StudyDescription.Heads;
import org.strnet.network.BinaryTarget;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.HeadTargets;
import org.strnet.training.configuration.TrainingConfiguration;

/** Names, units and reference standard of the heads that a configuration trains. */
public final class StudyHeads {

  private StudyHeads() {}

  /** For a report. */
  public static Heads of(TrainingConfiguration configuration) {
    Targets targets = configuration.targets();
    String reference = configuration.description().referenceStandard();
    if (targets.equals(Targets.BONE)) {
      return Heads.of(HeadTargets.boneLoss(reference), targets);
    }
    return new Heads(
        targets.screening().map(screening -> BinaryTarget.of(screening.meaning())),
        targets.severity().map(severity -> BinaryTarget.of(severity.meaning())),
        targets
            .tScore()
            .map(score -> ContinuousTarget.of(score.meaning(), score.unit(), reference)));
  }

  /** For a bundle, which needs a screening target. */
  static HeadTargets ofBundle(TrainingConfiguration configuration) {
    Heads heads = of(configuration);
    return new HeadTargets(heads.screening().orElseThrow(), heads.severity(), heads.tScore());
  }
}
