package org.strnet.dicom.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.PixelSpacing;
import org.strnet.knee.KneeRegion;

/**
 * Whether what was found is as large as a knee, where the header states the size of a pixel. The
 * tibial plateau of adults is about 60 to 90 mm wide; the limits leave room for magnification and
 * for a frame that is a little off.
 */
final class KneeSizes {

  private static final double NARROWEST_MM = 50;
  private static final double WIDEST_MM = 120;

  private KneeSizes() {}

  /** A sentence for each knee whose width no adult has; none where no spacing is stated. */
  static List<String> notices(FilmHeader header, List<KneeRegion> knees) {
    Optional<PixelSpacing> spacing = PixelSpacing.of(header);
    OptionalInt columns = header.integer(Tag.Columns);
    List<String> notices = new ArrayList<>();
    if (spacing.isEmpty() || columns.isEmpty()) {
      return notices;
    }
    for (KneeRegion knee : knees) {
      double width = knee.plateauWidth() * columns.getAsInt() * spacing.get().columnMm();
      if (width < NARROWEST_MM || width > WIDEST_MM) {
        notices.add(
            String.format(
                Locale.ROOT,
                "By the stated pixel spacing the tibial plateau is %.0f mm wide, an adult's is"
                    + " %.0f to %.0f mm: the spacing or the knee that was found is doubtful.",
                width,
                NARROWEST_MM,
                WIDEST_MM));
      }
    }
    return notices;
  }
}
