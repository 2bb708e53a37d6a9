package org.strnet.dicom.gate;

import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;

/** The free text of a header that tells what was examined, and how. */
final class Descriptions {

  private Descriptions() {}

  /** Of this series: it is about this film and few others. */
  static List<String> ofSeries(FilmHeader header) {
    return texts(
        header,
        Tag.SeriesDescription,
        Tag.ProtocolName,
        Tag.AcquisitionDeviceProcessingDescription,
        Tag.PerformedProcedureStepDescription);
  }

  /** Of this series and its study: a study may hold films of several parts and views. */
  static List<String> ofStudy(FilmHeader header) {
    List<String> texts = new ArrayList<>(ofSeries(header));
    texts.addAll(texts(header, Tag.StudyDescription, Tag.RequestedProcedureDescription));
    return texts;
  }

  private static List<String> texts(FilmHeader header, int... tags) {
    List<String> texts = new ArrayList<>();
    for (int tag : tags) {
      header.text(tag).ifPresent(texts::add);
    }
    return texts;
  }
}
