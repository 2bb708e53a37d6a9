package org.strnet.pixels;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.strnet.knee.KneeRegion;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;

/**
 * From a film and a knee on it to the network's input; the same for training, evaluation and
 * screening.
 *
 * <p>A square of {@code cropWidths} plateau widths around the joint is reduced by area average to S
 * x S cells (interpolated linearly where the film has fewer pixels than that), turned so that the
 * fibula lies on the right, and scaled so that the low and the high percentile of the crop's grey
 * values become -1 and +1. Beyond the film the nearest film pixel goes on: black borders would tell
 * the network how a film was framed. Only cells on the film count for the percentiles. Thread-safe.
 */
public final class KneePixels {

  /** Side of a {@link KneePatch} in crop sides: room for training to move the crop. */
  public static final double MARGIN = 1.3;

  /** A crop with a smaller share of its area on the film is refused. */
  public static final double LEAST_SHARE_ON_FILM = 0.6;

  private final PixelSpecification specification;

  /**
   * @param specification geometry and scaling, as stored in the bundle
   */
  public KneePixels(PixelSpecification specification) {
    this.specification = Objects.requireNonNull(specification);
  }

  /** Geometry and scaling. */
  public PixelSpecification specification() {
    return specification;
  }

  /** The square of film that becomes the input. */
  public Crop crop(Radiograph film, KneeRegion knee) {
    return Crop.around(film, knee, specification);
  }

  /**
   * The network's input: {@code S * S} values in [-1, 1], row by row.
   *
   * @throws NotAssessableException when too little of the crop lies on the film, or when it shows
   *     no contrast
   */
  public float[] input(Radiograph film, KneeRegion knee) {
    return patch(film, knee, 0).input();
  }

  /**
   * The knee with a margin, for training; its {@link KneePatch#input()} equals {@link
   * #input(Radiograph, KneeRegion)} bit by bit.
   *
   * @throws NotAssessableException as {@link #input(Radiograph, KneeRegion)}
   */
  public KneePatch patch(Radiograph film, KneeRegion knee) {
    int size = specification.inputSize();
    return patch(film, knee, (int) Math.round(size * (MARGIN - 1) / 2));
  }

  private KneePatch patch(Radiograph film, KneeRegion knee, int margin) {
    Crop crop = crop(film, knee);
    double share = crop.shareOn(film);
    if (share < LEAST_SHARE_ON_FILM) {
      throw notAssessable(
          Reason.KNEE_CUT_OFF,
          "at least %.0f %% of the knee's square must lie on the film, found %.0f %%"
              .formatted(100 * LEAST_SHARE_ON_FILM, Math.floor(100 * share)));
    }
    int size = specification.inputSize();
    float[] greys = AreaAverage.reduce(film, crop, size, margin);
    GreyScaling scaling =
        GreyScaling.of(onFilm(greys, film, crop, margin), specification, film.bits())
            .orElseThrow(
                () ->
                    notAssessable(
                        Reason.NO_CONTRAST,
                        String.format(
                            Locale.ROOT,
                            "the knee must show contrast, its %s and %s percentiles coincide",
                            specification.lowPercentile(),
                            specification.highPercentile())));
    return new KneePatch(size, margin, scaling.apply(greys));
  }

  /**
   * The grey values of the cells of the crop, without the margin, whose centres lie on the film.
   */
  private float[] onFilm(float[] greys, Radiograph film, Crop crop, int margin) {
    int size = specification.inputSize();
    int grid = size + 2 * margin;
    double left = crop.mirrored() ? film.width() - crop.left() - crop.side() : crop.left();
    double cell = crop.side() / size;
    float[] values = new float[size * size];
    int count = 0;
    for (int y = 0; y < size; y++) {
      if (!holds(film.height(), crop.top() + (y + 0.5) * cell)) {
        continue;
      }
      for (int x = 0; x < size; x++) {
        if (holds(film.width(), left + (x + 0.5) * cell)) {
          values[count++] = greys[(y + margin) * grid + x + margin];
        }
      }
    }
    return Arrays.copyOf(values, count);
  }

  private static boolean holds(int length, double position) {
    return position >= 0 && position <= length;
  }

  private static NotAssessableException notAssessable(Reason reason, String detail) {
    return new NotAssessableException("knee", new NotAssessable(reason, detail));
  }
}
