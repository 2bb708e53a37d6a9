package org.strnet.radiograph;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.strnet.radiograph.jpeg.BlockScan;

/**
 * Samples of a JPEG film, decoded where they are asked for and kept: screening asks for a knee, a
 * small part of its film. Threads may decode the same blocks twice, to the same values.
 */
final class BlockSamples implements Samples {

  private static final int SIDE = 8;

  private final BlockScan scan;
  private final Radiograph means;

  /** What is decoded of each row of blocks. */
  private final AtomicReferenceArray<@Nullable Strip> strips;

  BlockSamples(BlockScan scan) {
    this.scan = scan;
    means = Radiograph.owning(scan.across(), scan.down(), 11, scan.means());
    strips = new AtomicReferenceArray<>(scan.down());
  }

  /** Eight rows of samples from one column of blocks to another. */
  private record Strip(int from, int to, ByteSamples samples) {

    boolean holds(int first, int end) {
      return from <= first && end <= to;
    }

    int column(int x) {
      return x - SIDE * from;
    }
  }

  /** The means of the film's blocks in eighths of a grey value, each a sample of 11 bits. */
  Radiograph means() {
    return means;
  }

  @Override
  public int at(int x, int y) {
    Strip strip = strip(y / SIDE, x, 1);
    return strip.samples.at(strip.column(x), y % SIDE);
  }

  @Override
  public void copyRow(int y, int x, int[] target) {
    Strip strip = strip(y / SIDE, x, target.length);
    strip.samples.copyRow(y % SIDE, strip.column(x), target);
  }

  @Override
  public void addRow(int y, int x, int count, float weight, float[] sums) {
    Strip strip = strip(y / SIDE, x, count);
    strip.samples.addRow(y % SIDE, strip.column(x), count, weight, sums);
  }

  @Override
  public void addRows(int top, int bottom, int x, int[] sums) {
    for (int y = top; y < bottom; y = (y / SIDE + 1) * SIDE) {
      Strip strip = strip(y / SIDE, x, sums.length);
      int end = Math.min(SIDE, y % SIDE + bottom - y);
      strip.samples.addRows(y % SIDE, end, strip.column(x), sums);
    }
  }

  /** A row of blocks, decoded at least where these columns are. */
  private Strip strip(int row, int x, int count) {
    int from = x / SIDE;
    int to = (x + count + SIDE - 1) / SIDE;
    Strip known = strips.get(row);
    if (known != null && known.holds(from, to)) {
      return known;
    }
    int first = known == null ? from : Math.min(from, known.from);
    int end = known == null ? to : Math.max(to, known.to);
    byte[] levels = scan.levels(row, first, end);
    Strip strip = new Strip(first, end, new ByteSamples(SIDE * (end - first), levels));
    strips.set(row, strip);
    return strip;
  }
}
