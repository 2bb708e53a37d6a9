package org.strnet.training.weights;

import java.util.Arrays;

/**
 * A float32 tensor as it lies in a file.
 *
 * @param shape sizes of its dimensions; empty for a scalar
 * @param values row-major
 */
public record StoredTensor(long[] shape, float[] values) {

  /** Copies both in; as many values as the shape holds. */
  public StoredTensor {
    shape = shape.clone();
    values = values.clone();
    if (Arrays.stream(shape).anyMatch(size -> size < 0) || count(shape) != values.length) {
      throw new IllegalArgumentException(
          "shape %s does not hold %d values".formatted(Arrays.toString(shape), values.length));
    }
  }

  /** How many values a shape holds. */
  static long count(long... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** A copy of the sizes. */
  @Override
  public long[] shape() {
    return shape.clone();
  }

  /** A copy of the values. */
  @Override
  public float[] values() {
    return values.clone();
  }

  /** Whether it has this shape. */
  boolean hasShape(long... other) {
    return Arrays.equals(shape, other);
  }
}
