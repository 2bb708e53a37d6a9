package org.strnet.dicom.result.content;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.strnet.decision.ThreeClassProbabilities;
import org.strnet.dicom.result.content.KneeStatement.Figure;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.result.series.ResultHeader;
import org.strnet.network.BinaryTarget;
import org.strnet.network.HeadTargets;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeExplanation;
import org.strnet.report.KneeResult;
import org.strnet.report.ModelFacts;
import org.strnet.report.Picture;
import org.strnet.report.Wording;

/** From a result to what is said of it. */
public final class StatementBuilder {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

  private final ResultContext context;
  private final ModelFacts facts;

  private StatementBuilder(ResultContext context) {
    this.context = context;
    this.facts = context.facts();
  }

  /** What is said of a film. */
  public static Statement of(ResultContext context) {
    StatementBuilder builder = new StatementBuilder(context);
    return context
        .film()
        .result()
        .fold(
            builder::assessed,
            film ->
                builder.unscored(
                    Tone.NOT_ASSESSABLE,
                    "Not assessable: " + Wording.code(film.why().reason()).replace('_', ' '),
                    ResultWords.sentence(film.why().detail())),
            film ->
                builder.unscored(
                    Tone.FAILED, "Not processed", ResultWords.sentence(film.message())));
  }

  private Statement assessed(FilmResult.Assessed film) {
    List<KneeStatement> knees = new ArrayList<>();
    List<String> names = KneeNames.of(context.film().sides());
    for (int i = 0; i < names.size(); i++) {
      knees.add(knee(film.knees().get(i), names.get(i), decides(film, i)));
    }
    return statement(
        tone(film),
        ResultWords.decision(facts, film.decision()),
        lead(film),
        film.picture(),
        knees,
        notices(film));
  }

  /** The figure that decided, and what the headline leaves out. */
  private String lead(FilmResult.Assessed film) {
    String lead = figure(film);
    if (film.knees().size() > 1) {
      lead += " " + ResultWords.DECIDING_KNEE;
    }
    return film.leftOut().isEmpty()
        ? lead
        : lead + " " + ResultWords.leftOut(film.leftOut().size());
  }

  /** By which figure, at which threshold; what follows stands in the headline of a referral. */
  private String figure(FilmResult.Assessed film) {
    String figure =
        String.format(
            Locale.ROOT,
            "Probability of %s: %s, flagged at %.3f or above.",
            facts.targets().screening().meaning(),
            Wording.probability(film.worst().boneLoss()),
            facts.operatingPoint().threshold());
    figure += facts.zoneMeaning(film.worst()).map(meaning -> " " + meaning).orElse("");
    if (!facts.targets().areBoneLoss()) {
      return figure + " " + ResultWords.otherTarget(facts);
    }
    return tone(film) == Tone.REFER
        ? figure
        : figure + " " + ResultWords.recommendation(facts, film);
  }

  private static Tone tone(FilmResult.Assessed film) {
    return switch (film.decision()) {
      case REFER -> Tone.REFER;
      case NOT_FLAGGED -> Tone.NOT_FLAGGED;
    };
  }

  private Statement unscored(Tone tone, String headline, String why) {
    String lead = why + " " + ResultWords.NOTHING_SAID;
    return statement(tone, headline, lead, Optional.empty(), List.of(), context.film().notices());
  }

  private Statement statement(
      Tone tone,
      String headline,
      String lead,
      Optional<Picture> picture,
      List<KneeStatement> knees,
      List<String> notices) {
    return new Statement(
        tone, headline, lead, patient(), picture, knees, notices, Wording.facts(facts), origin());
  }

  private KneeStatement knee(KneeResult knee, String name, boolean decides) {
    HeadTargets targets = facts.targets();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "Probability of " + targets.screening().meaning(),
            "%s (threshold %s)"
                .formatted(
                    Wording.probability(knee.boneLoss()),
                    String.format(Locale.ROOT, "%.3f", facts.operatingPoint().threshold()))));
    facts
        .zone(knee)
        .ifPresent(
            zone ->
                figures.add(new Figure("Zone of the three-zone reading", Wording.zoneName(zone))));
    targets.severity().ifPresent(target -> figures.add(classes(targets.screening(), target, knee)));
    targets
        .tScore()
        .ifPresent(
            target ->
                knee.tScore()
                    .ifPresent(
                        estimate ->
                            figures.add(
                                new Figure(
                                    "Estimated " + target.meaning(),
                                    Wording.estimate(estimate) + " " + target.unit()))));
    boolean scale = targets.tScore().filter(target -> target.name().equals("t_score")).isPresent();
    return new KneeStatement(
        name,
        knee.decision(),
        ResultWords.decision(facts, knee.decision()),
        figures,
        scale ? knee.tScore() : Optional.empty(),
        knee.explanation().map(KneeExplanation::picture),
        decides);
  }

  private static boolean decides(FilmResult.Assessed film, int index) {
    return film.knees().size() > 1 && film.knees().indexOf(film.worst()) == index;
  }

  /** The three classes on one line. */
  private static Figure classes(BinaryTarget screening, BinaryTarget severity, KneeResult knee) {
    var three = ThreeClassProbabilities.of(knee.boneLoss(), knee.severity().orElse(0));
    return new Figure(
        "Probability of each class",
        "%s %s, %s %s, %s %s"
            .formatted(
                words(screening.negative()),
                Wording.probability(three.normal()),
                words(severity.negative()),
                Wording.probability(three.osteopenia()),
                words(severity.positive()),
                Wording.probability(three.osteoporosis())));
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }

  private List<String> notices(FilmResult.Assessed film) {
    List<String> notices = new ArrayList<>();
    film.leftOut()
        .forEach(
            knee ->
                notices.add(
                    KneeNames.leftOut(knee.region())
                        + ": "
                        + ResultWords.stopped(Wording.notAssessable(knee.why()))));
    notices.addAll(context.film().notices());
    Wording.clinical(facts, film.clinicalUsed()).ifPresent(notices::add);
    if (!facts.heatMaps()) {
      notices.add(Wording.NO_HEAT_MAP);
    }
    return notices;
  }

  private Optional<String> patient() {
    if (!context.patientNamed()) {
      return Optional.empty();
    }
    var header = context.film().header().attributes();
    String name = header.getString(Tag.PatientName, "").replace('^', ' ').strip();
    return Optional.of(name + "  " + header.getString(Tag.PatientID, ""));
  }

  private String origin() {
    ZoneId zone = ResultHeader.zone(context.film().header().attributes());
    return "%s %s, bundle %s %s, made %s"
        .formatted(
            context.device().model(),
            context.device().softwareVersion(),
            facts.bundle(),
            facts.sha256().substring(0, 12),
            MINUTE.format(context.at().atZone(zone)));
  }
}
