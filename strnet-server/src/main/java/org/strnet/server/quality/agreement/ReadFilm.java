package org.strnet.server.quality.agreement;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.strnet.decision.Decision;

/**
 * A film's newest reading beside the result it is of.
 *
 * @param filmId of the film
 * @param patient whose film it is; films of one patient are not independent
 * @param site as the film names it
 * @param device maker and model
 * @param madeAt when it was read
 * @param madeBy the account's name
 * @param action what the reader did
 * @param said what the result said; empty where it was not assessed
 * @param read what the reader decided; empty where the film was marked not assessable
 * @param reason the reader's
 */
public record ReadFilm(
    String filmId,
    String patient,
    String site,
    String device,
    Instant madeAt,
    String madeBy,
    Action action,
    Optional<Decision> said,
    Optional<Decision> read,
    String reason) {

  /** What a reader does with a result. */
  public enum Action {
    /** Agrees. */
    CONFIRM("confirmed"),
    /** Decides otherwise. */
    OVERRULE("overruled"),
    /** Finds that the film should not have been assessed. */
    NOT_ASSESSABLE("not_assessable");

    private final String code;

    Action(String code) {
      this.code = code;
    }

    /** As stored with a reading. */
    public String code() {
      return code;
    }

    /** The action of a stored code. */
    static Action ofCode(String code) {
      for (Action action : values()) {
        if (action.code.equals(code)) {
          return action;
        }
      }
      throw new IllegalArgumentException("no action has the code " + code);
    }
  }

  /** Checks that all are there. */
  public ReadFilm {
    Objects.requireNonNull(filmId);
    Objects.requireNonNull(patient);
    Objects.requireNonNull(madeAt);
    Objects.requireNonNull(action);
    Objects.requireNonNull(said);
    Objects.requireNonNull(read);
    Objects.requireNonNull(reason);
  }
}
