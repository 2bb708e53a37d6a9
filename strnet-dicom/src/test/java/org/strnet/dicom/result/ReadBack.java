package org.strnet.dicom.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.report.ModelFacts;

/** Makes an object and reads its file with the toolkit. */
public final class ReadBack {

  private ReadBack() {}

  /** The object of a kind. */
  public static ResultObject object(ModelFacts facts, ScreenedFilm film, ResultKind kind) {
    var options = new ResultOptions(EnumSet.of(kind), ResultCases.device(), false);
    return ResultObjects.of(facts, options).of(film, ResultCases.AT).get(0);
  }

  /** Its data set. */
  public static Attributes of(ModelFacts facts, ScreenedFilm film, ResultKind kind) {
    return dataset(object(facts, film, kind).file());
  }

  /** The data set of a file. */
  public static Attributes dataset(byte[] file) {
    try (ImageInputStream in = new ImageInputStream(new ByteArrayInputStream(file))) {
      return in.readDataset(-1, -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
