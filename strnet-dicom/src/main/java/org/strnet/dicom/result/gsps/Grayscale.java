package org.strnet.dicom.result.gsps;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * The film's own grayscale. A presentation state replaces it as a whole (PS3.4, N.2), so what the
 * film asks for is repeated: modality, VOI, and polarity, which its photometric interpretation
 * decides as it does when the film is read.
 */
final class Grayscale {

  private Grayscale() {}

  static void copy(Attributes film, Attributes state) {
    if (film.containsValue(Tag.ModalityLUTSequence)) {
      state.addSelected(film, Tag.ModalityLUTSequence);
    } else if (film.containsValue(Tag.RescaleSlope)) {
      state.addSelected(film, Tag.RescaleIntercept, Tag.RescaleSlope);
      String type = film.getString(Tag.RescaleType, "US");
      state.setString(Tag.RescaleType, VR.LO, type);
    }
    voi(film, state);
    String inverted = film.getString(Tag.PhotometricInterpretation, "");
    String shape = inverted.equals("MONOCHROME1") ? "INVERSE" : "IDENTITY";
    state.setString(Tag.PresentationLUTShape, VR.CS, shape);
  }

  private static void voi(Attributes film, Attributes state) {
    boolean table = film.containsValue(Tag.VOILUTSequence);
    if (!table && !film.containsValue(Tag.WindowWidth)) {
      return;
    }
    Attributes voi = new Attributes();
    state.newSequence(Tag.SoftcopyVOILUTSequence, 1).add(voi);
    if (table) {
      voi.addSelected(film, Tag.VOILUTSequence);
    } else {
      voi.addSelected(film, Tag.WindowCenter, Tag.WindowWidth, Tag.VOILUTFunction);
    }
  }
}
