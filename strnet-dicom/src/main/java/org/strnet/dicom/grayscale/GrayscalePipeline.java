package org.strnet.dicom.grayscale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.FilmRefusals;
import org.strnet.dicom.film.StoredImage;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;

/**
 * From stored samples to a film as it is meant to be shown (PS3.4 Annex N). Everything but the
 * masks depends on a sample's own value alone, so it is computed once for each value that the bits
 * can hold and then looked up.
 */
public final class GrayscalePipeline {

  /** Stored values that differ by less show nothing; as for pictures. */
  private static final int LEAST_CONTRAST = 8;

  private GrayscalePipeline() {}

  /**
   * Renders a film.
   *
   * @param reading which way round; masked pixels are black in any case
   * @throws NotAssessableException when a table, a window or a rescale is bad, or the film has no
   *     contrast
   */
  public static Rendering render(FilmHeader header, StoredImage image, Reading reading) {
    StoredValues stored = StoredValues.of(image.geometry());
    int bits = stored.bits() <= 8 ? 8 : 16;
    short[] shown = shownValues(header, stored, reading, bits);
    Padding padding = Padding.of(header, stored);
    for (int index = 0; index < shown.length; index++) {
      if (padding.holds(stored.value(index))) {
        shown[index] = 0;
      }
    }
    requireContrast(image, stored, padding);
    List<String> notices = new ArrayList<>();
    Polarity.of(header).notice().ifPresent(notices::add);
    short[] samples = samples(image, stored, shown);
    Optional<Shutter> shutter = Shutter.of(header);
    shutter.ifPresent(open -> mask(samples, image.geometry().columns(), open));
    if (shutter.isEmpty() && Shutter.isStated(header)) {
      notices.add("The display shutter is incomplete and was not applied.");
    }
    return new Rendering(
        Radiograph.of(image.geometry().columns(), image.geometry().rows(), bits, samples), notices);
  }

  /**
   * What each stored value is shown as, 0 to {@code 2^bits - 1}, by its place in {@link
   * StoredValues}; masks not counted.
   */
  static short[] shownValues(FilmHeader header, StoredValues stored, Reading reading, int bits) {
    ModalityTransform modality = ModalityTransform.of(header, stored);
    VoiTransform voi = VoiTransform.of(header, modality);
    int most = (1 << bits) - 1;
    boolean inverted = Polarity.of(header).inverted() != (reading == Reading.INVERTED);
    double low = inverted ? most : 0;
    double high = inverted ? 0 : most;
    short[] shown = new short[stored.count()];
    for (int index = 0; index < shown.length; index++) {
      double value = modality.function().applyAsDouble(stored.value(index));
      shown[index] = (short) Math.max(0, Math.min(most, (long) voi.apply(value, low, high)));
    }
    return shown;
  }

  private static short[] samples(StoredImage image, StoredValues stored, short[] shown) {
    short[] samples = new short[image.cells().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = shown[stored.index(image.cells()[i])];
    }
    return samples;
  }

  private static void mask(short[] samples, int columns, Shutter shutter) {
    for (int i = 0; i < samples.length; i++) {
      if (!shutter.shows(i / columns + 1, i % columns + 1)) {
        samples[i] = 0;
      }
    }
  }

  private static void requireContrast(StoredImage image, StoredValues stored, Padding padding) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (short cell : image.cells()) {
      int value = stored.value(stored.index(cell));
      if (!padding.holds(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (high - low >= LEAST_CONTRAST) {
          return;
        }
      }
    }
    throw FilmRefusals.refused(
        Reason.NO_CONTRAST, "a film's values must span at least %d, found less", LEAST_CONTRAST);
  }
}
