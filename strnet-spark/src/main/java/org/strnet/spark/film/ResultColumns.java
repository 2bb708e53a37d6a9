package org.strnet.spark.film;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.strnet.decision.ThreeClassProbabilities;
import org.strnet.decision.Zone;
import org.strnet.report.Estimate;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeResult;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;

/** What came of a film, the figures those of its worst knee. */
final class ResultColumns {

  private ResultColumns() {}

  static void fill(FilmRow row, FilmResult result, ModelFacts facts) {
    result.fold(
        film -> assessed(row, film).with(Column.ZONE, facts.zone(film.worst()).map(Zone::code)),
        film -> notAssessed(row, film),
        film -> row.outcome(FilmOutcome.FAILED, Fault.PROGRAM_FAULT.code(), film.message()));
  }

  static FilmRow notAssessed(FilmRow row, FilmResult.NotAssessed film) {
    return row.outcome(
        FilmOutcome.NOT_ASSESSABLE, Wording.code(film.why().reason()), film.why().detail());
  }

  private static FilmRow assessed(FilmRow row, FilmResult.Assessed film) {
    KneeResult worst = film.worst();
    row.with(Column.OUTCOME, FilmOutcome.ASSESSED.code())
        .with(Column.KNEES, film.knees().size())
        .with(Column.P_BONE_LOSS, worst.boneLoss())
        .with(Column.DECISION, film.decision().code())
        .with(Column.KNEE_CONFIDENCE, worst.region().confidence())
        .with(Column.NOTICES, notices(film));
    if (worst.severity().isPresent()) {
      probabilities(row, worst.boneLoss(), worst.severity().getAsDouble());
    }
    worst.tScore().ifPresent(estimate -> tScore(row, estimate));
    return row;
  }

  private static void probabilities(FilmRow row, double boneLoss, double severity) {
    ThreeClassProbabilities classes = ThreeClassProbabilities.of(boneLoss, severity);
    row.with(Column.P_OSTEOPOROSIS_GIVEN_LOSS, severity)
        .with(Column.P_NORMAL, classes.normal())
        .with(Column.P_OSTEOPENIA, classes.osteopenia())
        .with(Column.P_OSTEOPOROSIS, classes.osteoporosis());
  }

  private static void tScore(FilmRow row, Estimate estimate) {
    row.with(Column.T_SCORE, estimate.value());
    if (estimate.hasInterval()) {
      row.with(Column.T_LOW, estimate.low()).with(Column.T_HIGH, estimate.high());
    }
  }

  private static Optional<String> notices(FilmResult.Assessed film) {
    String text =
        Stream.concat(
                film.notices().stream(),
                film.leftOut().stream()
                    .map(knee -> "one knee " + Wording.notAssessable(knee.why())))
            .collect(Collectors.joining("; "));
    return Optional.of(text).filter(words -> !words.isEmpty());
  }
}
