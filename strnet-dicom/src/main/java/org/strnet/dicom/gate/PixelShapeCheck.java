package org.strnet.dicom.gate;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.PixelSpacing;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;

/** Whether pixels are square: the network has seen no stretched knee. */
final class PixelShapeCheck implements HeaderCheck {

  @Override
  public Optional<NotAssessable> refusal(FilmHeader header) {
    Optional<PixelSpacing> spacing = PixelSpacing.of(header);
    if (spacing.isPresent()) {
      return spacing.get().isSquare()
          ? Optional.empty()
          : refused("%s by %s mm", spacing.get().rowMm(), spacing.get().columnMm());
    }
    List<Double> ratio = header.numbers(Tag.PixelAspectRatio);
    return ratio.size() != 2 || ratio.get(0).equals(ratio.get(1))
        ? Optional.empty()
        : refused("an aspect ratio of %s to %s", ratio.get(0), ratio.get(1));
  }

  private static Optional<NotAssessable> refused(String found, double rows, double columns) {
    return Refusals.because(
        Reason.UNSUPPORTED_ENCODING, "pixels must be square, found " + found, rows, columns);
  }
}
