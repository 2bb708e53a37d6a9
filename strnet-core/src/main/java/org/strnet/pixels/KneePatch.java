package org.strnet.pixels;

/**
 * A knee on the network's grid with a margin around it, compact enough to keep thousands of them:
 * two bytes per cell.
 *
 * <p>Cells hold scaled grey values as fixed-point numbers, unclamped within -8 and 8: the
 * percentiles of the crop are -1 and +1, and what lies beyond is kept for augmentation of contrast.
 * Immutable.
 */
public final class KneePatch {

  private final int inputSize;
  private final int margin;
  private final short[] cells;

  /** Takes over {@code cells}, which its maker gives up. */
  KneePatch(int inputSize, int margin, short[] cells) {
    if (cells.length != (inputSize + 2 * margin) * (inputSize + 2 * margin)) {
      throw new IllegalArgumentException(
          "a patch of %d with a margin of %d does not have %d cells"
              .formatted(inputSize, margin, cells.length));
    }
    this.inputSize = inputSize;
    this.margin = margin;
    this.cells = cells;
  }

  /** Side S of the input in cells. */
  public int inputSize() {
    return inputSize;
  }

  /** Side of the whole patch in cells: the input and its margin on both sides. */
  public int size() {
    return inputSize + 2 * margin;
  }

  /** The un-moved crop: {@code S * S} values in [-1, 1], row by row. */
  public float[] input() {
    return clamp(unclampedInput());
  }

  /** As {@link #input()}, placed otherwise. */
  public float[] input(Placement placement) {
    return clamp(unclampedInput(placement));
  }

  /** The un-moved crop before clamping: {@code S * S} values within -8 and 8. */
  public float[] unclampedInput() {
    float[] values = new float[inputSize * inputSize];
    int size = size();
    for (int y = 0; y < inputSize; y++) {
      int row = (y + margin) * size + margin;
      for (int x = 0; x < inputSize; x++) {
        values[y * inputSize + x] = cells[row + x] / (float) GreyScaling.STEPS;
      }
    }
    return values;
  }

  /**
   * As {@link #unclampedInput()}, placed otherwise: bilinear between cells; beyond the patch its
   * outermost cells go on.
   */
  public float[] unclampedInput(Placement placement) {
    if (placement.equals(Placement.NONE)) {
      return unclampedInput();
    }
    float[] values = new float[inputSize * inputSize];
    double angle = Math.toRadians(placement.rotationDegrees());
    double alongX = Math.cos(angle) * placement.scale();
    double alongY = Math.sin(angle) * placement.scale();
    double centreX = (size() - 1) / 2.0 + placement.shiftX() * inputSize;
    double centreY = (size() - 1) / 2.0 + placement.shiftY() * inputSize;
    double half = (inputSize - 1) / 2.0;
    for (int y = 0; y < inputSize; y++) {
      double v = y - half;
      for (int x = 0; x < inputSize; x++) {
        double u = placement.mirrored() ? half - x : x - half;
        double patchX = centreX + u * alongX - v * alongY;
        double patchY = centreY + u * alongY + v * alongX;
        values[y * inputSize + x] = sample(patchX, patchY);
      }
    }
    return values;
  }

  private float sample(double x, double y) {
    int last = size() - 1;
    double onX = Math.max(0, Math.min(last, x));
    double onY = Math.max(0, Math.min(last, y));
    int column = Math.min((int) onX, last - 1);
    int row = Math.min((int) onY, last - 1);
    float right = (float) (onX - column);
    float down = (float) (onY - row);
    int at = row * size() + column;
    float upper = cells[at] + right * (cells[at + 1] - cells[at]);
    int below = at + size();
    float lower = cells[below] + right * (cells[below + 1] - cells[below]);
    return (upper + down * (lower - upper)) / GreyScaling.STEPS;
  }

  /** Clamps to [-1, 1] in place, as the network's input is after augmentation. */
  public static float[] clamp(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-1, Math.min(1, values[i]));
    }
    return values;
  }
}
