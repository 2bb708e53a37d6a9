package org.strnet.server.result;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.strnet.decision.Zone;
import org.strnet.decision.ZoneLimits;
import org.strnet.report.Wording;

/**
 * What was made of a film at one time; never changed afterwards.
 *
 * @param id random identifier
 * @param filmId of the film
 * @param number from 1, rising with each result of the film
 * @param madeAt when
 * @param madeBy the account's name, or {@code system}
 * @param cause why
 * @param outcome assessed, not_assessable or failed
 * @param reason coded, where it was not assessed
 * @param detail of the reason, for readers
 * @param decision refer or not_flagged, where it was assessed
 * @param knees the scored knees from left to right
 * @param notices sentences that a reader must see
 * @param clinical variables that the network was given, by column name
 * @param bundle name of the bundle
 * @param bundleSha256 its identity
 * @param threshold the operating point's
 * @param zones the thresholds of its three-zone reading; empty where there was none
 */
public record StoredResult(
    String id,
    String filmId,
    int number,
    Instant madeAt,
    String madeBy,
    ResultCause cause,
    String outcome,
    Optional<String> reason,
    Optional<String> detail,
    Optional<String> decision,
    List<KneeFinding> knees,
    List<String> notices,
    Map<String, Double> clinical,
    String bundle,
    String bundleSha256,
    double threshold,
    Optional<ZoneLimits> zones) {

  /** Copies the collections. */
  public StoredResult {
    Objects.requireNonNull(id);
    Objects.requireNonNull(filmId);
    knees = List.copyOf(knees);
    notices = List.copyOf(notices);
    clinical = Map.copyOf(clinical);
    Objects.requireNonNull(zones);
  }

  /** The knee that decides for the film: the one with the highest probability. */
  public Optional<KneeFinding> worst() {
    return knees.stream().max(Comparator.comparingDouble(KneeFinding::boneLoss));
  }

  /** Where the film stands in its three-zone reading: its worst knee. */
  public Optional<Zone> zone() {
    return worst().flatMap(this::zone);
  }

  /** Where a knee of it stands. */
  public Optional<Zone> zone(KneeFinding knee) {
    return zones.map(limits -> limits.zone(knee.boneLoss()));
  }

  /** What the film's zone means, as a sentence. */
  public Optional<String> zoneMeaning() {
    return zones.flatMap(
        limits -> worst().map(knee -> Wording.zoneMeaning(limits, knee.boneLoss())));
  }
}
