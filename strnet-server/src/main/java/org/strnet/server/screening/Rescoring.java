package org.strnet.server.screening;

import org.springframework.stereotype.Component;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.PatientFacts;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;
import org.strnet.server.audit.AuditLog;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmVault;
import org.strnet.server.result.ResultCause;
import org.strnet.server.result.StoredResult;

/** Scores a film again when somebody knows more of the patient than its header does. */
@Component
public class Rescoring {

  private final ScreeningEngine engine;
  private final FilmVault vault;
  private final ResultRecorder recorder;
  private final AuditLog audit;

  Rescoring(ScreeningEngine engine, FilmVault vault, ResultRecorder recorder, AuditLog audit) {
    this.engine = engine;
    this.vault = vault;
    this.recorder = recorder;
    this.audit = audit;
  }

  /** What would come out under some settings; nothing is kept. */
  public ScreenedFilm preview(Film film, ClinicalVariables given, ScreeningSettings settings) {
    return settings.screen(DicomFile.read(vault.bytes(film.file())), given);
  }

  /**
   * Scores a film again and keeps the result beside the earlier ones.
   *
   * @param given what is known of the patient; it goes before the header's values
   * @param actor the account's name
   */
  public StoredResult score(Film film, ClinicalVariables given, String actor) {
    DicomFile file = DicomFile.read(vault.bytes(film.file()));
    ScreeningSettings settings = engine.current();
    ScreenedFilm screened = settings.screen(file, given);
    ClinicalVariables used = PatientFacts.of(file.header());
    for (ClinicalVariable variable : given.values().keySet()) {
      used = used.with(variable, given.value(variable).orElseThrow());
    }
    StoredResult result =
        recorder.record(film, screened, used, settings.facts(), actor, ResultCause.CLINICAL_CHANGE);
    audit.add(actor, "film.rescored", film.id(), "result " + result.number());
    return result;
  }
}
