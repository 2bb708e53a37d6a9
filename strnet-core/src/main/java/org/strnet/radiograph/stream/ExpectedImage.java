package org.strnet.radiograph.stream;

/**
 * What the object says of the image that a stream holds.
 *
 * @param rows at least 1
 * @param columns at least 1; rows times columns fit an array
 * @param bitsAllocated of a cell, 8 or 16: no stream may be more precise
 */
public record ExpectedImage(int rows, int columns, int bitsAllocated) {

  /** Samples of the image. */
  public int samples() {
    return rows * columns;
  }

  /**
   * Refuses a stream whose header says another size, more than one component or samples that do not
   * fit a cell.
   *
   * @param streamRows lines by the stream's header
   * @param streamColumns samples per line by the stream's header
   * @param components of the stream
   * @param precision bits of its samples
   */
  public void check(long streamRows, long streamColumns, int components, int precision) {
    if (streamRows != rows || streamColumns != columns) {
      throw new DamagedStreamException(
          "the stream must have the object's %d rows and %d columns, found %d and %d"
              .formatted(rows, columns, streamRows, streamColumns));
    }
    if (components != 1) {
      throw new DamagedStreamException(
          "the stream must have one component, found %d".formatted(components));
    }
    if (precision > bitsAllocated) {
      throw new DamagedStreamException(
          "samples must fit the %d bits allocated, found a precision of %d"
              .formatted(bitsAllocated, precision));
    }
  }
}
