package org.strnet.server.quality.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.drift.PopulationStability;

/**
 * Whether the films of a stream changed since its first ones.
 *
 * <p>The reference is the stream's own first {@link #REFERENCE} assessed films under the bundle in
 * use: a device has its own patients, and a bundle does not carry the distribution of its training
 * scores. Films of the reference are not charted.
 *
 * @param stream the films
 * @param scored how many of them have a score
 * @param rate of the reference's films that the operating point in force refers; empty while there
 *     are too few
 * @param stability scores of the newest films against the reference
 * @param referrals CUSUMs of the referred films after the reference: for a rise, then for a fall;
 *     none while there are too few, or where nearly none or nearly all of the reference are
 *     referred
 * @param charted days of the films under the CUSUMs of referrals
 * @param refusals CUSUM of the films that were not assessable, for a rise
 * @param refusalDays days of the films under it
 * @param scoresSince day of the film after which the index was last below {@link
 *     PopulationStability#WATCH}; empty where it is now, or is not known
 */
public record StreamDrift(
    FilmStream stream,
    int scored,
    Optional<Proportion> rate,
    Optional<PopulationStability> stability,
    List<CusumPath> referrals,
    List<LocalDate> charted,
    Optional<CusumPath> refusals,
    List<LocalDate> refusalDays,
    Optional<LocalDate> scoresSince) {

  /** Films of the reference. */
  public static final int REFERENCE = 300;

  /** The newest films after the reference whose scores are compared with it, at most. */
  public static final int RECENT = 200;

  /** Films after the reference that are needed. */
  public static final int LEAST_RECENT = 100;

  /** Bins of equal share that scores are compared in. */
  public static final int BINS = 10;

  /** Copies the lists. */
  public StreamDrift {
    referrals = List.copyOf(referrals);
    charted = List.copyOf(charted);
    refusalDays = List.copyOf(refusalDays);
  }

  /** Follows a stream. */
  public static StreamDrift of(FilmStream stream) {
    List<MonitoredFilm> scored =
        stream.films().stream().filter(film -> film.score().isPresent()).toList();
    Optional<Proportion> rate = Optional.empty();
    Optional<PopulationStability> stability = Optional.empty();
    List<CusumPath> referrals = List.of();
    List<LocalDate> charted = List.of();
    Optional<LocalDate> scoresSince = Optional.empty();
    if (scored.size() >= REFERENCE + LEAST_RECENT) {
      List<MonitoredFilm> reference = scored.subList(0, REFERENCE);
      List<MonitoredFilm> later = scored.subList(REFERENCE, scored.size());
      Proportion found =
          new Proportion(
              (int) reference.stream().filter(MonitoredFilm::referredNow).count(), REFERENCE);
      rate = Optional.of(found);
      stability =
          Optional.of(
              PopulationStability.of(
                  scores(reference),
                  scores(later.subList(Math.max(0, later.size() - RECENT), later.size())),
                  BINS));
      referrals = referrals(found, later);
      charted = later.stream().map(MonitoredFilm::day).toList();
      scoresSince = ScoreChange.since(stability.get(), later);
    }
    List<MonitoredFilm> answered = answered(stream);
    List<MonitoredFilm> afterwards = afterwards(answered);
    return new StreamDrift(
        stream,
        scored.size(),
        rate,
        stability,
        referrals,
        charted,
        refusals(answered, afterwards),
        afterwards.stream().map(MonitoredFilm::day).toList(),
        scoresSince);
  }

  /** All streams of films: by device, by site, and all of them. */
  public static List<StreamDrift> ofEach(List<MonitoredFilm> films) {
    return Stream.of(FilmStream.Kind.DEVICE, FilmStream.Kind.SITE, FilmStream.Kind.ALL)
        .flatMap(kind -> FilmStream.of(films, kind).stream())
        .map(StreamDrift::of)
        .toList();
  }

  private static List<MonitoredFilm> answered(FilmStream stream) {
    return stream.films().stream()
        .filter(film -> film.isAssessed() || film.isNotAssessable())
        .toList();
  }

  private static List<MonitoredFilm> afterwards(List<MonitoredFilm> answered) {
    return answered.size() >= REFERENCE + LEAST_RECENT
        ? answered.subList(REFERENCE, answered.size())
        : List.of();
  }

  private static List<CusumPath> referrals(Proportion rate, List<MonitoredFilm> films) {
    if (!CusumDesign.isCharted(rate.value())) {
      return List.of();
    }
    boolean[] referred = new boolean[films.size()];
    for (int i = 0; i < referred.length; i++) {
      referred[i] = films.get(i).referredNow();
    }
    return List.of(
        CusumPath.of(CusumDesign.of(Direction.UP, rate), referred),
        CusumPath.of(CusumDesign.of(Direction.DOWN, rate), referred));
  }

  private static Optional<CusumPath> refusals(
      List<MonitoredFilm> answered, List<MonitoredFilm> afterwards) {
    if (afterwards.isEmpty()) {
      return Optional.empty();
    }
    Proportion rate =
        new Proportion(
            (int)
                answered.subList(0, REFERENCE).stream()
                    .filter(MonitoredFilm::isNotAssessable)
                    .count(),
            REFERENCE);
    boolean[] films = new boolean[afterwards.size()];
    for (int i = 0; i < films.length; i++) {
      films[i] = afterwards.get(i).isNotAssessable();
    }
    return Optional.of(CusumPath.of(CusumDesign.of(Direction.UP, rate), films));
  }

  private static double[] scores(List<MonitoredFilm> films) {
    return films.stream().mapToDouble(film -> film.score().orElseThrow()).toArray();
  }
}
