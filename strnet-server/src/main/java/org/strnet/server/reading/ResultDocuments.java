package org.strnet.server.reading;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.strnet.decision.Decision;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.ResultObject;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.radiograph.NotAssessable;
import org.strnet.report.FilmResult;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.result.StoredResult;
import org.strnet.server.screening.NodeService;
import org.strnet.server.screening.Rescoring;
import org.strnet.server.screening.ScreeningEngine;
import org.strnet.server.screening.ScreeningSettings;

/**
 * The documents of a stored result: its PDF, and its objects for the archive. They are made by
 * scoring the film again with what the result was given, so that they say what it says; what a
 * radiologist said of it stands among their notices.
 */
@Component
public class ResultDocuments {

  private final Rescoring rescoring;
  private final ScreeningEngine engine;
  private final NodeService node;
  private final ReadingRegister readings;
  private final AuditLog audit;

  ResultDocuments(
      Rescoring rescoring,
      ScreeningEngine engine,
      NodeService node,
      ReadingRegister readings,
      AuditLog audit) {
    this.rescoring = rescoring;
    this.engine = engine;
    this.node = node;
    this.readings = readings;
    this.audit = audit;
  }

  /** Whether a result is of what is in force now, so that documents can be made of it. */
  public boolean canBeMade(StoredResult result) {
    return isOf(result, engine.facts());
  }

  /** Names what a result's document says: another name, another document. */
  public String version(StoredResult result) {
    return newest(result).map(said -> result.id() + "." + said.id()).orElse(result.id());
  }

  /**
   * The PDF of a result.
   *
   * @throws OtherModelException when the result is of another bundle or operating point
   */
  public byte[] pdf(Film film, StoredResult result, String actor) throws IOException {
    ScreeningSettings settings = engine.current();
    byte[] pdf =
        settings
            .results(EnumSet.of(ResultKind.PDF))
            .pdf(screened(film, result, settings), result.madeAt());
    audit.add(actor, "film.pdf", film.id(), "result " + result.number());
    return pdf;
  }

  /**
   * Queues a result for every destination, also what they hold already.
   *
   * @param version of the film that was shown to who sends
   * @return how many objects wait to be delivered; 0 where there is no destination
   * @throws StaleVersionException when the version is not the current one
   * @throws OtherModelException when the result is of another bundle or operating point
   */
  public int send(Film film, StoredResult result, long version, String actor) throws IOException {
    Set<ResultKind> kinds = EnumSet.noneOf(ResultKind.class);
    node.configuration().destinations().forEach(to -> kinds.addAll(to.kinds()));
    if (kinds.isEmpty()) {
      return 0;
    }
    ScreeningSettings settings = engine.current();
    List<ResultObject> objects =
        settings.results(kinds).of(screened(film, result, settings), result.madeAt());
    readings.take(film.id(), version);
    int waiting = node.node().deliver(film.sopInstanceUid(), objects);
    audit.add(
        actor,
        "film.sent",
        film.id(),
        "result %d, %d deliveries".formatted(result.number(), waiting));
    return waiting;
  }

  private ScreenedFilm screened(Film film, StoredResult result, ScreeningSettings settings) {
    if (!isOf(result, settings.facts())) {
      throw new OtherModelException();
    }
    ScreenedFilm screened = rescoring.preview(film, variables(result.clinical()), settings);
    return newest(result)
        .map(this::sentence)
        .map(
            said ->
                new ScreenedFilm(
                    screened.header(), with(screened.result(), said), screened.sides()))
        .orElse(screened);
  }

  private static boolean isOf(StoredResult result, ModelFacts facts) {
    return result.bundleSha256().equals(facts.sha256())
        && result.threshold() == facts.operatingPoint().threshold();
  }

  private static ClinicalVariables variables(Map<String, Double> stored) {
    ClinicalVariables variables = ClinicalVariables.NONE;
    for (Map.Entry<String, Double> entry : stored.entrySet()) {
      ClinicalVariable variable = ClinicalVariable.ofColumn(entry.getKey()).orElseThrow();
      variables = variables.with(variable, entry.getValue());
    }
    return variables;
  }

  private Optional<Reading> newest(StoredResult result) {
    return readings.ofFilm(result.filmId()).stream()
        .filter(reading -> reading.resultId().equals(result.id()))
        .findFirst();
  }

  /** Without the reason: free words stay in the reading room. */
  private String sentence(Reading reading) {
    String day = reading.madeAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
    return switch (reading.action()) {
      case CONFIRM -> "Confirmed by a radiologist on %s.".formatted(day);
      case OVERRULE ->
          "Overruled by a radiologist on %s: %s."
              .formatted(day, reading.decision().map(this::words).orElseThrow());
      case NOT_ASSESSABLE -> "Marked as not assessable by a radiologist on %s.".formatted(day);
    };
  }

  private String words(Decision decision) {
    return Wording.decision(engine.facts().targets(), decision);
  }

  private static FilmResult with(FilmResult result, String said) {
    return result.fold(
        film -> {
          var notices = new java.util.ArrayList<>(film.notices());
          notices.add(0, said);
          return film.withNotices(notices);
        },
        film ->
            new FilmResult.NotAssessed(
                film.image(),
                new NotAssessable(film.why().reason(), stopped(film.why().detail()) + " " + said)),
        film -> film);
  }

  private static String stopped(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
