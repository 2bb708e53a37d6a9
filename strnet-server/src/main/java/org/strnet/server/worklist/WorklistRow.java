package org.strnet.server.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.decision.Zone;
import org.strnet.report.Wording;

/**
 * A film as the list shows it.
 *
 * @param id of the film
 * @param patientName as DICOM writes it, may be empty
 * @param patientId may be empty
 * @param accessionNumber may be empty
 * @param sex F, M or O, if stated
 * @param ageYears if known
 * @param studyDate if stated
 * @param site may be empty
 * @param arrivedAt when
 * @param isRead whether somebody opened it
 * @param isScreened false while it waits or is being screened
 * @param group what came of it
 * @param reason coded, where it was not assessed
 * @param boneLoss probability of the knee that decides, 0 to 1
 * @param tScore its estimate in SD
 * @param zone where it stands in a three-zone reading
 * @param reading what a radiologist made of it, coded
 */
public record WorklistRow(
    String id,
    String patientName,
    String patientId,
    String accessionNumber,
    Optional<String> sex,
    OptionalDouble ageYears,
    Optional<LocalDate> studyDate,
    String site,
    Instant arrivedAt,
    boolean isRead,
    boolean isScreened,
    WorklistGroup group,
    Optional<String> reason,
    OptionalDouble boneLoss,
    OptionalDouble tScore,
    Optional<Zone> zone,
    Optional<String> reading) {

  /** Checks the identifier. */
  public WorklistRow {
    Objects.requireNonNull(id);
    Objects.requireNonNull(group);
  }

  /** Its zone in a few words; empty without one. */
  public String zoneWords() {
    return zone.map(Wording::zoneTag).orElse("");
  }

  /** The name for people: family name, then the others; the identifier where there is no name. */
  public String shownName() {
    String alphabetic = patientName.split("=", 2)[0].strip();
    String[] parts = alphabetic.split("\\^", 2);
    String others = parts.length < 2 ? "" : parts[1].replace('^', ' ').strip();
    String name = others.isEmpty() ? parts[0].strip() : parts[0].strip() + ", " + others;
    return !name.isEmpty() ? name : patientId.isEmpty() ? "Unnamed" : patientId;
  }
}
