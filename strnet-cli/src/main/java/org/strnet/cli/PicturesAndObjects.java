package org.strnet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.strnet.dicom.film.DicomSignature;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.screening.DicomScreener;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.report.FilmResult;
import org.strnet.screening.FilmScreening;
import org.strnet.screening.Screener;

/** Screens DICOM objects as such, and every other file as a picture. */
final class PicturesAndObjects implements FilmScreening {

  private final Screener pictures;
  private final DicomScreener objects;
  private final ClinicalTable clinical;

  PicturesAndObjects(Screener screener, GateConfiguration gate, ClinicalTable clinical) {
    this.pictures = screener;
    this.objects = new DicomScreener(screener, new FilmGate(gate));
    this.clinical = clinical;
  }

  @Override
  public FilmResult screen(Path film) {
    if (!isObject(film)) {
      return pictures.screen(film, clinical.of(film));
    }
    try {
      return objects.screen(film.toString(), film, clinical.of(film)).result();
    } catch (NotAssessableException e) {
      return new FilmResult.NotAssessed(film.toString(), e.notAssessable());
    }
  }

  /** A file that cannot be read is none; the reader of pictures says why. */
  private static boolean isObject(Path film) {
    if (!Files.isRegularFile(film)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(film)) {
      return DicomSignature.matches(in.readNBytes(DicomSignature.HEAD));
    } catch (IOException e) {
      return false;
    }
  }
}
