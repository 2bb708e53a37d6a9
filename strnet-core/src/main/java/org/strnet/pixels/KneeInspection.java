package org.strnet.pixels;

import java.util.Optional;
import org.strnet.radiograph.NotAssessable;

/** Whether what the network would be given is a knee that it can judge. */
public final class KneeInspection {

  private KneeInspection() {}

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
