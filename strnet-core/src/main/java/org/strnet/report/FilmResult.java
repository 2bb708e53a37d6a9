package org.strnet.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.strnet.decision.Decision;
import org.strnet.network.ClinicalVariable;
import org.strnet.radiograph.NotAssessable;

/** What came of one film: assessed, not assessable, or failed. */
public sealed interface FilmResult {

  /** The film's file, as it was given. */
  String image();

  /** One of three values, by what came of the film. */
  <T> T fold(
      Function<Assessed, T> assessed,
      Function<NotAssessed, T> notAssessed,
      Function<Failed, T> failed);

  /**
   * At least one knee was scored.
   *
   * @param image the film's file
   * @param knees the scored knees from left to right, at least one
   * @param leftOut knees that were found but not scored
   * @param clinicalUsed which clinical variables the network was given
   * @param picture the film with the knees marked, when explanations were asked for
   * @param notices sentences that a reader of the result must see, such as a polarity that was
   *     corrected; never patient data
   */
  record Assessed(
      String image,
      List<KneeResult> knees,
      List<KneeLeftOut> leftOut,
      Set<ClinicalVariable> clinicalUsed,
      Optional<Picture> picture,
      List<String> notices)
      implements FilmResult {

    /** Copies the lists and checks that there is a knee. */
    public Assessed {
      Objects.requireNonNull(image);
      Objects.requireNonNull(picture);
      knees = List.copyOf(knees);
      leftOut = List.copyOf(leftOut);
      clinicalUsed = Set.copyOf(clinicalUsed);
      notices = List.copyOf(notices);
      if (knees.isEmpty()) {
        throw new IllegalArgumentException("an assessed film has a scored knee, found none");
      }
    }

    /** A film of which nothing else need be said. */
    public Assessed(
        String image,
        List<KneeResult> knees,
        List<KneeLeftOut> leftOut,
        Set<ClinicalVariable> clinicalUsed,
        Optional<Picture> picture) {
      this(image, knees, leftOut, clinicalUsed, picture, List.of());
    }

    /** The knee with the highest probability of bone loss; it decides for the film. */
    public KneeResult worst() {
      return knees.stream()
          .max(Comparator.comparingDouble(KneeResult::boneLoss))
          .orElseThrow(IllegalStateException::new);
    }

    /** Refer when any knee is to be referred. */
    public Decision decision() {
      boolean refer = knees.stream().anyMatch(knee -> knee.decision() == Decision.REFER);
      return refer ? Decision.REFER : Decision.NOT_FLAGGED;
    }

    /** The same film with other knees. */
    Assessed withKnees(List<KneeResult> others) {
      return new Assessed(image, others, leftOut, clinicalUsed, picture, notices);
    }

    /** The same film with sentences that must be seen. */
    public Assessed withNotices(List<String> others) {
      return new Assessed(image, knees, leftOut, clinicalUsed, picture, others);
    }

    @Override
    public <T> T fold(
        Function<Assessed, T> assessed,
        Function<NotAssessed, T> notAssessed,
        Function<Failed, T> failed) {
      return assessed.apply(this);
    }
  }

  /**
   * The film cannot be assessed: a result, with its reason.
   *
   * @param image the film's file
   * @param why the reason
   */
  record NotAssessed(String image, NotAssessable why) implements FilmResult {

    /** Checks that both are there. */
    public NotAssessed {
      Objects.requireNonNull(image);
      Objects.requireNonNull(why);
    }

    @Override
    public <T> T fold(
        Function<Assessed, T> assessed,
        Function<NotAssessed, T> notAssessed,
        Function<Failed, T> failed) {
      return notAssessed.apply(this);
    }
  }

  /**
   * Nothing can be said of the film, because reading it failed or the program did.
   *
   * @param image the film's file
   * @param message what happened; never patient data
   * @param programFault whether the program is at fault, not the input
   */
  record Failed(String image, String message, boolean programFault) implements FilmResult {

    /** Checks that both are there. */
    public Failed {
      Objects.requireNonNull(image);
      Objects.requireNonNull(message);
    }

    @Override
    public <T> T fold(
        Function<Assessed, T> assessed,
        Function<NotAssessed, T> notAssessed,
        Function<Failed, T> failed) {
      return failed.apply(this);
    }
  }
}
