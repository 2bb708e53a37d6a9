package org.strnet.dicom.film;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/** What a DICOM object says of a film: every attribute but the pixels. */
public final class FilmHeader {

  private final Attributes attributes;

  private FilmHeader(Attributes attributes) {
    this.attributes = attributes;
  }

  /** The header of a data set, which is copied without its pixels. */
  public static FilmHeader of(Attributes dataset) {
    Attributes copy = new Attributes(dataset);
    copy.remove(Tag.PixelData);
    return new FilmHeader(copy);
  }

  /** A copy of the attributes. */
  public Attributes attributes() {
    return new Attributes(attributes);
  }

  /** SOP Instance UID (0008,0018); empty text where the object has none. */
  public String sopInstanceUid() {
    return attributes.getString(Tag.SOPInstanceUID, "");
  }

  /** SOP Class UID (0008,0016); empty text where the object has none. */
  public String sopClassUid() {
    return attributes.getString(Tag.SOPClassUID, "");
  }

  /** Study Instance UID (0020,000D); empty text where the object has none. */
  public String studyInstanceUid() {
    return attributes.getString(Tag.StudyInstanceUID, "");
  }
}
