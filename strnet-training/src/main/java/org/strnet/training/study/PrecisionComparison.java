package org.strnet.training.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.strnet.bundle.BundleManifest;
import org.strnet.decision.Decision;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.network.BoneLossNetwork;
import org.strnet.network.FeaturedOutput;
import org.strnet.provenance.PrecisionAgreement;
import org.strnet.training.loop.TrainingKnee;

/** What two networks of a bundle say of the same knees. */
final class PrecisionComparison {

  private final BundleManifest manifest;
  private final List<TrainingKnee> knees;

  /**
   * @param manifest under whose calibration, operating point and limit they are read
   * @param knees that neither network owes anything to but its training
   */
  PrecisionComparison(BundleManifest manifest, List<TrainingKnee> knees) {
    this.manifest = manifest;
    this.knees = List.copyOf(knees);
  }

  /** What is said of a knee; no decision where it is unlike those of training. */
  private record Said(Optional<Decision> decision, double probability, double tScore) {}

  /** Runs both over all knees. */
  PrecisionAgreement of(byte[] plain, byte[] int8, NetworkQuantisation.Networks runtime) {
    List<Said> before = runtime.with(plain, this::said);
    List<Said> after = runtime.with(int8, this::said);
    int[] films = IntStream.range(0, knees.size()).toArray();
    int agreeing =
        Math.toIntExact(
            IntStream.of(films)
                .filter(i -> before.get(i).decision().equals(after.get(i).decision()))
                .count());
    OptionalDouble probability =
        IntStream.of(films)
            .mapToDouble(i -> after.get(i).probability() - before.get(i).probability())
            .map(Math::abs)
            .max();
    OptionalDouble tScore =
        manifest.targets().tScore().isEmpty()
            ? OptionalDouble.empty()
            : IntStream.of(films)
                .mapToDouble(i -> after.get(i).tScore() - before.get(i).tScore())
                .map(Math::abs)
                .max();
    return new PrecisionAgreement(
        films.length, agreeing, probability.orElseThrow(), tScore, aurocChange(before, after));
  }

  private List<Said> said(BoneLossNetwork network) {
    return knees.parallelStream().map(knee -> said(network, knee)).toList();
  }

  private Said said(BoneLossNetwork network, TrainingKnee knee) {
    float[] clinical = manifest.clinical().encoding().encode(knee.clinical());
    FeaturedOutput found = network.assessWithFeatures(knee.patch().input(), clinical);
    double probability = manifest.calibration().boneLossProbability(found.output());
    boolean unlike =
        manifest
            .inDistribution()
            .flatMap(statistics -> statistics.refusal(found.features()))
            .isPresent();
    Optional<Decision> decision =
        unlike ? Optional.empty() : Optional.of(manifest.operatingPoint().decide(probability));
    return new Said(decision, probability, found.output().tScore());
  }

  private OptionalDouble aurocChange(List<Said> before, List<Said> after) {
    int[] labelled =
        IntStream.range(0, knees.size())
            .filter(i -> knees.get(i).labels().boneLoss().isPresent())
            .toArray();
    BinaryScores plain = scores(before, labelled);
    return plain.positives() == 0 || plain.negatives() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Auroc.of(scores(after, labelled)).value() - Auroc.of(plain).value());
  }

  private BinaryScores scores(List<Said> said, int[] labelled) {
    double[] scores = new double[labelled.length];
    boolean[] positive = new boolean[labelled.length];
    for (int i = 0; i < labelled.length; i++) {
      scores[i] = said.get(labelled[i]).probability();
      positive[i] = knees.get(labelled[i]).labels().boneLoss().orElseThrow() == 1;
    }
    return new BinaryScores(scores, positive);
  }
}
