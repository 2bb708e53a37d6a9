package org.strnet.dicom.grayscale;

import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;

/**
 * Whether the lowest value is shown black or white.
 *
 * @param inverted whether it is shown white
 * @param notice what a reader must know of a header that contradicts itself
 */
record Polarity(boolean inverted, Optional<String> notice) {

  /**
   * By Photometric Interpretation, with which Presentation LUT Shape must agree (PS3.3 C.8.11.3:
   * IDENTITY for MONOCHROME2, INVERSE for MONOCHROME1). Films whose shape says otherwise exist;
   * their photometric interpretation is what viewers follow.
   */
  static Polarity of(FilmHeader header) {
    String photometric = header.code(Tag.PhotometricInterpretation).orElse("MONOCHROME2");
    boolean inverted = photometric.equals("MONOCHROME1");
    Optional<String> shape = header.code(Tag.PresentationLUTShape);
    String expected = inverted ? "INVERSE" : "IDENTITY";
    Optional<String> notice =
        shape
            .filter(found -> !found.equals(expected))
            .map(
                found ->
                    "The header says %s but Presentation LUT Shape %s; the former was followed."
                        .formatted(photometric, found.replaceAll("[^A-Z0-9 _]", "?")));
    return new Polarity(inverted, notice);
  }
}
