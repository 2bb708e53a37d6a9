package org.strnet.dicom.result.content;

import java.util.Locale;
import org.strnet.decision.Decision;
import org.strnet.network.ContinuousTarget;
import org.strnet.radiograph.NotAssessable;
import org.strnet.report.FilmResult;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;

/** Sentences of our objects that {@link Wording} does not have. */
public final class ResultWords {

  /** Which knee decides, on a film with several. */
  public static final String DECIDING_KNEE =
      "The knee with the highest probability decides for the film.";

  /** How the class of severity was chosen. */
  public static final String CLASS_RULE =
      "The class of the higher estimated probability; a prompt for densitometry, not a diagnosis.";

  /** What heat-maps are. */
  public static final String HEAT_MAP =
      "Heat-map: where the network found evidence. It explains the result; it is not a finding.";

  /** What a film that was not assessed says of the bone. */
  public static final String NOTHING_SAID =
      "The film was not assessed: nothing is said of the bone.";

  private ResultWords() {}

  /** A decision that begins a line. */
  public static String decision(ModelFacts facts, Decision decision) {
    return capital(Wording.decision(facts.targets(), decision));
  }

  /** A reason in words that begin a line, e.g. {@code Wrong view}. */
  public static String reason(NotAssessable.Reason reason) {
    return capital(Wording.code(reason).replace('_', ' '));
  }

  /** What follows from the result. */
  public static String recommendation(ModelFacts facts, FilmResult result) {
    return result.fold(
        film -> recommendation(facts, film.decision()),
        film -> "None. " + NOTHING_SAID,
        film -> "None. " + NOTHING_SAID);
  }

  private static String recommendation(ModelFacts facts, Decision decision) {
    if (!facts.targets().areBoneLoss()) {
      return "None. " + otherTarget(facts);
    }
    return switch (decision) {
      case REFER -> "Refer for bone densitometry (DXA).";
      case NOT_FLAGGED ->
          "This film prompts no densitometry. Bone loss is not ruled out: risk factors count as"
              + " they would without it.";
    };
  }

  /** That the result is not that of every knee on the film. */
  static String leftOut(int knees) {
    return knees == 1
        ? "Another knee on the film could not be assessed."
        : knees + " other knees on the film could not be assessed.";
  }

  /** That a control task says nothing of bone loss. */
  static String otherTarget(ModelFacts facts) {
    return "The network screens for %s, not for bone loss."
        .formatted(facts.targets().screening().meaning());
  }

  /** What an estimate is an estimate of, and by what its interval was calibrated. */
  public static String estimate(ModelFacts facts, ContinuousTarget target) {
    var interval = facts.tScoreInterval();
    String limits =
        Double.isInfinite(interval.halfWidth())
            ? "no interval"
            : String.format(
                Locale.ROOT,
                "%.0f %% interval calibrated on %d films",
                100 * interval.coverage(),
                interval.n());
    return "%s: estimate from a knee radiograph, reference: %s; %s."
        .formatted(target.meaning(), target.referenceStandard(), limits);
  }

  /** The operating point with floor, rule, sensitivity and specificity. */
  public static String operatingPoint(ModelFacts facts) {
    return Wording.facts(facts).stream()
        .filter(sentence -> sentence.startsWith("Threshold "))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the facts name the threshold"));
  }

  /** A sentence with its capital and its full stop. */
  static String sentence(String text) {
    return capital(stopped(text));
  }

  /** Words that end in a full stop. */
  static String stopped(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped : stripped + ".";
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
