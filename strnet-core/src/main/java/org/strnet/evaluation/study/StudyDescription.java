package org.strnet.evaluation.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.strnet.dataset.Targets;
import org.strnet.decision.OperatingPoint;
import org.strnet.network.BinaryTarget;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.HeadTargets;

/**
 * What a study did, in the words a report needs.
 *
 * @param title one line
 * @param mode where the predictions come from
 * @param bundle the bundle that was evaluated; empty in a cross-validation
 * @param cohort the films
 * @param regions which knee of a film was assessed
 * @param operatingPoints those the decisions were made at; one for each fold of a cross-validation,
 *     none when there were no decisions
 * @param heads what the heads stand for
 * @param resampling of the bootstrap intervals
 * @param run when and by what
 */
public record StudyDescription(
    String title,
    Mode mode,
    Optional<BundleIdentity> bundle,
    CohortIdentity cohort,
    CohortScreening.Regions regions,
    List<UsedOperatingPoint> operatingPoints,
    Heads heads,
    Resampling resampling,
    Run run) {

  /** Copies the list. */
  public StudyDescription {
    operatingPoints = List.copyOf(operatingPoints);
  }

  /** Where predictions come from. */
  public enum Mode {
    /** A finished bundle on a cohort. */
    EXTERNAL(
        "external",
        "The bundle's operating point and calibration were applied as they are; nothing was tuned"
            + " on these films."),
    /** Each film is predicted by a network that did not see it. */
    CROSS_VALIDATION(
        "cross_validation",
        "Each film was predicted by a network fitted to the other folds; calibration and threshold"
            + " come from the other folds as well."),
    /** Validation films of one fit. */
    HELD_OUT(
        "held_out",
        "The films were held out of the fit, but calibration and threshold were chosen on them:"
            + " sensitivity and specificity are those of the choice.");

    private final String code;
    private final String words;

    Mode(String code, String words) {
      this.code = code;
      this.words = words;
    }

    /** As written in {@code study.json}. */
    public String code() {
      return code;
    }

    /** What it means, for a reader. */
    public String words() {
      return words;
    }
  }

  /**
   * The bundle.
   *
   * @param name of the bundle
   * @param sha256 its identity
   * @param trainedOnThisCohort whether its provenance names the very same cohort file: figures are
   *     then those of films it has learnt from, unless the rows were held out of the fit
   */
  public record BundleIdentity(String name, String sha256, boolean trainedOnThisCohort) {}

  /**
   * The cohort.
   *
   * @param file name of the file without folders
   * @param sha256 of the whole file
   * @param films rows of the study
   * @param patients patients of these rows
   * @param selection the {@code column=value} that was selected; empty for all rows
   */
  public record CohortIdentity(
      String file, String sha256, int films, int patients, Optional<String> selection) {}

  /**
   * An operating point with the films it was used on.
   *
   * @param films {@code all}, or e.g. {@code fold 0}
   * @param point the operating point
   */
  public record UsedOperatingPoint(String films, OperatingPoint point) {}

  /**
   * Names, units and reference standards of the heads; a head that is off is empty.
   *
   * @param screening the first logit
   * @param severity the second logit, among films of the positive screening class
   * @param tScore the number
   */
  public record Heads(
      Optional<BinaryTarget> screening,
      Optional<BinaryTarget> severity,
      Optional<ContinuousTarget> tScore) {

    /** Bone loss, osteoporosis given bone loss, T-score. */
    public static final Heads BONE_LOSS = of(HeadTargets.boneLoss("not stated"), Targets.BONE);

    /**
     * The heads of a bundle that a cohort can judge.
     *
     * @param bundle what the heads were trained for
     * @param judged the heads whose column the cohort has
     */
    public static Heads of(HeadTargets bundle, Targets judged) {
      return new Heads(
          judged.screening().map(unused -> bundle.screening()),
          judged.severity().flatMap(unused -> bundle.severity()),
          judged.tScore().flatMap(unused -> bundle.tScore()));
    }

    /** Names of the three classes that the two logits give, mildest first. */
    public List<String> classes() {
      String negative = screening.map(BinaryTarget::negative).orElse("negative");
      return severity
          .map(target -> List.of(negative, target.negative(), target.positive()))
          .orElse(
              List.of(
                  negative, screening.map(BinaryTarget::positive).orElse("positive"), "severe"));
    }

    /** Whether the study is about bone loss, not a control task. */
    public boolean areBoneLoss() {
      return screening.filter(target -> target.name().equals("bone_loss")).isPresent();
    }
  }

  /**
   * The bootstrap.
   *
   * @param repetitions number of resamples
   * @param seed of the draws
   */
  public record Resampling(int repetitions, long seed) {}

  /**
   * The run.
   *
   * @param program name and version of the program
   * @param command what was run, without paths of the machine
   * @param date the day
   */
  public record Run(String program, String command, LocalDate date) {}
}
