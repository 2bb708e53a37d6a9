package org.strnet.server.screening;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.strnet.decision.ReadingZones;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.explanation.ExplainedKnee;
import org.strnet.explanation.HeatOverlay;
import org.strnet.network.ClinicalVariables;
import org.strnet.report.Estimate;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeExplanation;
import org.strnet.report.KneeResult;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmState;
import org.strnet.server.film.FilmVault;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.KneeFinding.HeatPlace;
import org.strnet.server.result.ResultCause;
import org.strnet.server.result.ResultRegister;
import org.strnet.server.result.StoredResult;

/** Keeps what came of a film, and tells those who watch. */
@Component
public class ResultRecorder {

  private static final int OVERLAY = 320;
  private static final int LONGEST_DETAIL = 1024;

  private final ResultRegister results;
  private final FilmVault vault;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ResultRecorder(
      ResultRegister results, FilmVault vault, ApplicationEventPublisher events, Clock clock) {
    this.results = results;
    this.vault = vault;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps a result as the film's newest.
   *
   * @param film that was screened
   * @param screened what came of it
   * @param clinical what the network was given
   * @param facts of the network
   * @param actor the account's name, or {@code system}
   * @param cause why it was screened
   */
  public StoredResult record(
      Film film,
      ScreenedFilm screened,
      ClinicalVariables clinical,
      ModelFacts facts,
      String actor,
      ResultCause cause) {
    List<String> heatMaps = new ArrayList<>();
    for (KneeResult knee : scored(screened)) {
      heat(knee).ifPresent(map -> heatMaps.add(vault.keep(png(HeatOverlay.of(map, OVERLAY)))));
    }
    StoredResult result = stored(film, screened, findings(screened), clinical, facts, actor, cause);
    results.add(result, heatMaps);
    events.publishEvent(new FilmChanged(film.id(), FilmState.DONE));
    return result;
  }

  /** The scored knees of a film as they would be kept. */
  public static List<KneeFinding> findings(ScreenedFilm screened) {
    List<KneeFinding> knees = new ArrayList<>();
    List<KneeResult> scored = scored(screened);
    for (int i = 0; i < scored.size(); i++) {
      knees.add(finding(scored.get(i), screened.sides().get(i), heat(scored.get(i))));
    }
    return knees;
  }

  private static List<KneeResult> scored(ScreenedFilm screened) {
    return screened
        .result()
        .fold(FilmResult.Assessed::knees, other -> List.of(), other -> List.of());
  }

  private static Optional<ExplainedKnee> heat(KneeResult knee) {
    return knee.explanation().flatMap(KneeExplanation::heat);
  }

  private StoredResult stored(
      Film film,
      ScreenedFilm screened,
      List<KneeFinding> knees,
      ClinicalVariables clinical,
      ModelFacts facts,
      String actor,
      ResultCause cause) {
    FilmResult result = screened.result();
    return new StoredResult(
        UUID.randomUUID().toString(),
        film.id(),
        results.nextNumber(film.id()),
        Instant.now(clock),
        actor,
        cause,
        result.fold(it -> "assessed", it -> "not_assessable", it -> "failed"),
        result.fold(
            it -> Optional.empty(),
            it -> Optional.of(Wording.code(it.why().reason())),
            it -> Optional.of("failed")),
        result.fold(
            it -> Optional.empty(),
            it -> Optional.of(cut(it.why().detail())),
            it -> Optional.of(cut(it.message()))),
        result.fold(
            it -> Optional.of(it.decision().code()),
            it -> Optional.empty(),
            it -> Optional.empty()),
        knees,
        screened.notices(),
        named(clinical),
        facts.bundle(),
        facts.sha256(),
        facts.operatingPoint().threshold(),
        facts.zones().map(ReadingZones::limits));
  }

  private static KneeFinding finding(
      KneeResult knee, Optional<BodySide> side, Optional<ExplainedKnee> heat) {
    Optional<Estimate> limits = knee.tScore().filter(Estimate::hasInterval);
    return new KneeFinding(
        side.map(BodySide::code).orElse(""),
        knee.region().cx(),
        knee.region().cy(),
        knee.region().plateauWidth(),
        knee.boneLoss(),
        knee.severity(),
        number(knee.tScore().map(Estimate::value)),
        number(limits.map(Estimate::low)),
        number(limits.map(Estimate::high)),
        knee.decision().code(),
        heat.map(map -> new HeatPlace(map.crop().left(), map.crop().top(), map.crop().side())));
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static Map<String, Double> named(ClinicalVariables clinical) {
    Map<String, Double> named = new TreeMap<>();
    clinical.values().forEach((variable, value) -> named.put(variable.column(), value));
    return named;
  }

  private static String cut(String detail) {
    return detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
