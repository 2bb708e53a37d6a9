package org.strnet.server.screening;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.DicomSignature;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.node.intake.IntakeException;
import org.strnet.dicom.result.OwnResults;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.server.film.Film;
import org.strnet.server.film.picture.PictureObject;
import org.strnet.server.film.picture.PictureStatement;

/**
 * Takes files of which nobody knows yet what they are: DICOM objects as they come, pictures as
 * Secondary Capture objects.
 */
@Component
public class UploadedFiles {

  /** A picture of 40 million pixels takes up to a quarter of a gigabyte while it is decoded. */
  private static final int DECODED_AT_ONCE = 2;

  private final UploadedFilms films;
  private final Clock clock;
  private final Semaphore decoding = new Semaphore(DECODED_AT_ONCE);

  UploadedFiles(UploadedFilms films, Clock clock) {
    this.films = films;
    this.clock = clock;
  }

  /**
   * Takes a file.
   *
   * @param statement what is stated of a picture; an object speaks for itself
   * @param actor the account's name
   * @return its film; the one that is there already when it came before
   * @throws BadInputException when the file is refused; the message names the rule, no patient
   * @throws IntakeException when the node takes no more, or not this kind
   */
  public Film take(byte[] file, PictureStatement statement, String actor)
      throws IntakeException, IOException {
    return films.take(object(file, statement), actor);
  }

  /**
   * The object of a file: the file itself, or a Secondary Capture object with its picture.
   *
   * @param statement what is stated of a picture; an object speaks for itself
   * @throws BadInputException when the file is refused; the message names the rule, no patient
   */
  public byte[] object(byte[] file, PictureStatement statement) {
    try {
      if (DicomSignature.matches(Arrays.copyOf(file, Math.min(file.length, DicomSignature.HEAD)))) {
        check(DicomFile.read(file).header());
        return file;
      }
      return captured(file, statement);
    } catch (NotAssessableException e) {
      String rule =
          e.notAssessable().reason() == Reason.NOT_AN_IMAGE
              ? "a film is a DICOM object or a PNG, JPEG or TIFF picture, this file is none of them"
              : e.notAssessable().detail();
      throw new BadInputException("file", rule, e);
    }
  }

  private static void check(FilmHeader header) {
    if (header.sopInstanceUid().isEmpty() || header.studyInstanceUid().isEmpty()) {
      throw new BadInputException(
          "file", "a DICOM object has a SOP Instance UID and a Study Instance UID, this has not");
    }
    if (OwnResults.isOwn(header)) {
      throw new BadInputException("file", "this is a result that STR-Net made, not a film");
    }
  }

  private byte[] captured(byte[] picture, PictureStatement statement) {
    decoding.acquireUninterruptibly();
    try {
      return PictureObject.file(picture, statement, LocalDateTime.now(clock));
    } finally {
      decoding.release();
    }
  }
}
