package org.strnet.server.screening;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.PatientFacts;
import org.strnet.dicom.node.work.ObjectProcessing;
import org.strnet.dicom.node.work.Outcome;
import org.strnet.dicom.node.work.ProcessedObject;
import org.strnet.dicom.result.OwnResults;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.network.ClinicalVariables;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.report.FilmResult;
import org.strnet.report.Wording;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmFacts;
import org.strnet.server.film.FilmRegister;
import org.strnet.server.film.FilmSource;
import org.strnet.server.film.FilmState;
import org.strnet.server.film.FilmVault;
import org.strnet.server.log.Correlation;
import org.strnet.server.result.ResultCause;
import org.strnet.server.result.StoredResult;

/**
 * What the node does with an object in the reading room: enters the film into the register, screens
 * it, keeps the result, and makes the objects to deliver. The same object gives one film, however
 * often it is processed.
 */
final class FilmProcessing implements ObjectProcessing {

  private static final Logger LOG = System.getLogger(FilmProcessing.class.getName());

  private final ScreeningEngine engine;
  private final Set<ResultKind> kinds;
  private final FilmRegister films;
  private final FilmVault vault;
  private final ResultRecorder recorder;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FilmProcessing(
      ScreeningEngine engine,
      Set<ResultKind> kinds,
      FilmRegister films,
      FilmVault vault,
      ResultRecorder recorder,
      ApplicationEventPublisher events,
      Clock clock) {
    this.engine = engine;
    this.kinds = kinds;
    this.films = films;
    this.vault = vault;
    this.recorder = recorder;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public ProcessedObject process(byte[] object) {
    DicomFile file;
    try {
      file = DicomFile.read(object);
    } catch (NotAssessableException e) {
      return new ProcessedObject(
          Outcome.FAILED, Wording.code(e.notAssessable().reason()), List.of());
    }
    FilmHeader header = file.header();
    if (OwnResults.isOwn(header)) {
      return new ProcessedObject(Outcome.IGNORED, "own_result", List.of());
    }
    Film film =
        films.bySopInstanceUid(header.sopInstanceUid()).orElseGet(() -> add(header, object));
    try (Correlation scope = Correlation.begin(film.correlationId())) {
      return screen(film, file);
    }
  }

  private ProcessedObject screen(Film film, DicomFile file) {
    films.setState(film.id(), FilmState.SCREENING);
    events.publishEvent(new FilmChanged(film.id(), FilmState.SCREENING));
    ScreeningSettings settings = engine.current();
    ScreenedFilm screened = settings.screen(file, ClinicalVariables.NONE);
    StoredResult result =
        recorder.record(
            film,
            screened,
            PatientFacts.of(file.header()),
            settings.facts(),
            "system",
            ResultCause.ARRIVAL);
    LOG.log(
        Level.INFO,
        "film {0} result {1} {2} correlation {3}",
        film.id(),
        result.id(),
        result.outcome(),
        film.correlationId());
    return new ProcessedObject(
        outcome(screened.result()),
        result.reason().orElse(""),
        settings.results(kinds).of(screened, result.madeAt()));
  }

  private Film add(FilmHeader header, byte[] bytes) {
    Film film =
        FilmFacts.arrived(
            header, FilmSource.NODE, vault.keep(bytes), bytes.length, Instant.now(clock));
    films.add(film);
    return film;
  }

  private static Outcome outcome(FilmResult result) {
    return result.fold(
        film -> Outcome.ASSESSED, film -> Outcome.NOT_ASSESSABLE, film -> Outcome.FAILED);
  }
}
