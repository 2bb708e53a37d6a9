package org.strnet.server.quality.recalibration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Labels;
import org.strnet.evaluation.head.StudyFilms;
import org.strnet.evaluation.prediction.HeadEstimates;
import org.strnet.evaluation.prediction.Prediction;
import org.strnet.evaluation.study.LocalCalibration;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;
import org.strnet.server.quality.densitometry.DensitometryRegister;
import org.strnet.server.quality.densitometry.KeptDensitometry;
import org.strnet.server.quality.densitometry.MatchedFilm;
import org.strnet.server.quality.densitometry.ScoredFilm;
import org.strnet.server.quality.densitometry.ScoredFilms;
import org.strnet.server.quality.operatingpoint.OperatingPointRegister;
import org.strnet.server.screening.ScreeningEngine;

/**
 * Recalibrates the bundle in use from densitometry, as {@code strnet recalibrate} does from a
 * cohort: always from the bundle's own calibration, one film for each patient.
 */
@Component
public class Recalibrations {

  /** Patients with densitometry that are needed. */
  public static final int LEAST = 100;

  /** Patients with bone loss, and without, that are needed. */
  public static final int LEAST_OF_EACH = 20;

  private final ScreeningEngine engine;
  private final OperatingPointRegister points;
  private final ScoredFilms films;
  private final DensitometryRegister densitometry;
  private final Clock clock;

  Recalibrations(
      ScreeningEngine engine,
      OperatingPointRegister points,
      ScoredFilms films,
      DensitometryRegister densitometry,
      Clock clock) {
    this.engine = engine;
    this.points = points;
    this.films = films;
    this.densitometry = densitometry;
    this.clock = clock;
  }

  /**
   * Fits anew; changes nothing.
   *
   * @throws BadInputException when there is too little densitometry, or a rule cannot be kept
   */
  public Proposal propose(RecalibrationRequest request) {
    Bundle bundle = engine.bundle();
    if (!bundle.manifest().targets().areBoneLoss()) {
      throw new BadInputException(
          bundle.name(), "does not screen for bone loss, densitometry does not say what it should");
    }
    List<ScoredFilm> all = films.all();
    List<MatchedFilm> matched =
        MatchedFilm.of(
            all,
            densitometry.all().stream().map(KeptDensitometry::value).toList(),
            request.window());
    List<MatchedFilm> usable =
        matched.stream().filter(match -> match.film().boneLossLogit().isPresent()).toList();
    BundleManifest fresh =
        new LocalCalibration(request.method(), request.floor(), LEAST, LEAST_OF_EACH)
            .of(
                points.nextName(),
                bundle.manifest(),
                study(usable),
                new LocalCalibration.Origin(bundle.sha256(), basis(usable), LocalDate.now(clock)));
    return new Proposal(
        engine.current().manifest(),
        fresh,
        usable,
        matched.size() - usable.size(),
        all.stream().filter(film -> film.boneLossLogit().isPresent()).toList());
  }

  /**
   * Puts into force what was shown.
   *
   * @param basis of the proposal that was agreed to
   * @param actor the account's name
   * @return what is in force now; empty when films or densitometry have changed since, so that
   *     something else would be fitted
   * @throws BadInputException as {@link #propose}
   */
  public synchronized Optional<BundleManifest> adopt(
      RecalibrationRequest request, String basis, String actor) {
    Proposal proposal = propose(request);
    if (!proposal.basis().equals(basis)) {
      return Optional.empty();
    }
    points.adopt(proposal.fresh(), actor);
    return Optional.of(proposal.fresh());
  }

  /** Films as they would be predicted without calibration, with densitometry as their labels. */
  private static StudyFilms study(List<MatchedFilm> matched) {
    return new StudyFilms(
        matched.stream().map(Recalibrations::prediction).toList(),
        matched.stream().map(Recalibrations::labels).toList(),
        matched.stream().map(match -> match.film().patient()).toList());
  }

  private static Prediction prediction(MatchedFilm match) {
    ScoredFilm film = match.film();
    return Prediction.assessed(
        film.id(),
        new HeadEstimates(
            sigmoid(film.boneLossLogit()),
            sigmoid(film.severityLogit()),
            film.tScore(),
            Optional.empty(),
            Optional.empty()));
  }

  private static OptionalDouble sigmoid(OptionalDouble logit) {
    return logit.isEmpty() ? logit : OptionalDouble.of(1 / (1 + Math.exp(-logit.getAsDouble())));
  }

  private static Labels labels(MatchedFilm match) {
    return new Labels(
        OptionalInt.of(match.boneLoss() ? 1 : 0),
        match.boneLoss() ? OptionalInt.of(match.osteoporosis() ? 1 : 0) : OptionalInt.empty(),
        OptionalDouble.of(match.tScore()));
  }

  private static String basis(List<MatchedFilm> matched) {
    String text =
        matched.stream()
            .map(
                match ->
                    String.join(
                        ",",
                        match.film().id(),
                        Double.toString(match.film().boneLossLogit().orElseThrow()),
                        Double.toString(match.tScore())))
            .sorted()
            .collect(Collectors.joining("\n"));
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
