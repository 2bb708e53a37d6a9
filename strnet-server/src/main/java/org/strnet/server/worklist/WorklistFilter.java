package org.strnet.server.worklist;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.strnet.decision.Zone;

/**
 * Which films are listed; what is empty does not matter.
 *
 * @param group what came of them
 * @param from first study date
 * @param until last study date
 * @param ageFrom least age in years
 * @param ageUntil greatest age in years
 * @param sex F, M or O
 * @param site institution
 * @param zone where they stand in a three-zone reading
 * @param read whether somebody opened them
 * @param text beginnings of words, each of the patient's identifier, the name or the accession
 *     number, without regard to case and accents
 */
public record WorklistFilter(
    Optional<WorklistGroup> group,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    OptionalInt ageFrom,
    OptionalInt ageUntil,
    Optional<String> sex,
    Optional<String> site,
    Optional<Zone> zone,
    Optional<Boolean> read,
    String text) {

  /** All films. */
  public static final WorklistFilter NONE =
      new WorklistFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "");

  /** Checks that all are there. */
  public WorklistFilter {
    Objects.requireNonNull(group);
    Objects.requireNonNull(ageFrom);
    Objects.requireNonNull(ageUntil);
    text = text.strip();
  }

  /** Only films of a group. */
  public static WorklistFilter of(WorklistGroup group) {
    return new WorklistFilter(
        Optional.of(group),
        NONE.from,
        NONE.until,
        NONE.ageFrom,
        NONE.ageUntil,
        NONE.sex,
        NONE.site,
        NONE.zone,
        NONE.read,
        "");
  }
}
