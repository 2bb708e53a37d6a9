package org.strnet.pixels;

import java.util.Optional;
import org.strnet.knee.KneeRegion;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;

/** Whether what the network would be given is a knee that it can judge. */
public final class KneeInspection {

  /**
   * The square that the limits of the checks were found on. A wider one shows borders of the film,
   * which are as bright and as sharp as metal.
   */
  private static final PixelSpecification SQUARE = new PixelSpecification(160, 1.3, 0.1, 1, 99);

  private KneeInspection() {}

  /**
   * As {@link #refusal(float[], int)}, on the square that the checks are for, whatever the
   * network's crop.
   *
   * @param film the film
   * @param knee on it
   * @param specification of the network's input
   * @param input the network's input of that knee
   * @throws NotAssessableException as {@link KneePixels#input}
   */
  public static Optional<NotAssessable> refusal(
      Radiograph film, KneeRegion knee, PixelSpecification specification, float[] input) {
    boolean same =
        specification.cropWidths() == SQUARE.cropWidths()
            && specification.centreShift() == SQUARE.centreShift();
    return same
        ? refusal(input, specification.inputSize())
        : refusal(new KneePixels(SQUARE).input(film, knee), SQUARE.inputSize());
  }

  /**
   * Why the knee is not assessed: metal over it, or a quality that shows no bone.
   *
   * @param input {@code size * size} values in [-1, 1], from {@link KneePixels}
   * @param size side of the input, at least 8
   * @throws IllegalArgumentException when the input has another size
   */
  public static Optional<NotAssessable> refusal(float[] input, int size) {
    if (size < 8 || input.length != size * size) {
      throw new IllegalArgumentException(
          "an input of %d x %d, at least 8 x 8, found %d values"
              .formatted(size, size, input.length));
    }
    return ImplantCheck.refusal(input, size).or(() -> QualityCheck.refusal(input, size));
  }
}
