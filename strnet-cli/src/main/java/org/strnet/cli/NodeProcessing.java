package org.strnet.cli;

import java.time.Instant;
import java.util.List;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.node.work.ObjectProcessing;
import org.strnet.dicom.node.work.Outcome;
import org.strnet.dicom.node.work.ProcessedObject;
import org.strnet.dicom.result.OwnResults;
import org.strnet.dicom.result.ResultObjects;
import org.strnet.dicom.screening.DicomScreener;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.network.ClinicalVariables;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.report.FilmResult;
import org.strnet.report.Wording;

/** What the node does with an object: screen it, and make the objects of its result. */
final class NodeProcessing implements ObjectProcessing {

  private final DicomScreener screener;
  private final ResultObjects results;

  NodeProcessing(DicomScreener screener, ResultObjects results) {
    this.screener = screener;
    this.results = results;
  }

  @Override
  public ProcessedObject process(byte[] object) {
    DicomFile file;
    try {
      file = DicomFile.read(object);
    } catch (NotAssessableException e) {
      // Without a header there is no study that a result could be filed in.
      return new ProcessedObject(
          Outcome.FAILED, Wording.code(e.notAssessable().reason()), List.of());
    }
    FilmHeader header = file.header();
    if (OwnResults.isOwn(header)) {
      return new ProcessedObject(Outcome.IGNORED, "own_result", List.of());
    }
    ScreenedFilm film = screener.screen(header.sopInstanceUid(), file, ClinicalVariables.NONE);
    return new ProcessedObject(
        outcome(film.result()), reason(film.result()), results.of(film, Instant.now()));
  }

  private static Outcome outcome(FilmResult result) {
    return result.fold(
        film -> Outcome.ASSESSED, film -> Outcome.NOT_ASSESSABLE, film -> Outcome.FAILED);
  }

  private static String reason(FilmResult result) {
    return result.fold(film -> "", film -> Wording.code(film.why().reason()), film -> "failed");
  }
}
