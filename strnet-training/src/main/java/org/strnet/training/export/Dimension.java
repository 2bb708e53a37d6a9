package org.strnet.training.export;

import java.util.Objects;

/**
 * One dimension of an input or output: a fixed size, or a symbol that stands for any size.
 *
 * @param size the size, 0 for a symbol
 * @param symbol the symbol, empty for a size
 */
public record Dimension(long size, String symbol) {

  /** Any number of films. */
  public static final Dimension BATCH = any("N");

  /** Checks that it is one of the two. */
  public Dimension {
    Objects.requireNonNull(symbol);
    if (size < 0 || (size == 0) == symbol.isEmpty()) {
      throw new IllegalArgumentException(
          "either a positive size or a symbol, found " + size + ", '" + symbol + "'");
    }
  }

  /** A fixed size, at least 1. */
  public static Dimension of(long size) {
    return new Dimension(size, "");
  }

  /** Any size; equal symbols stand for equal sizes. */
  public static Dimension any(String symbol) {
    return new Dimension(0, symbol);
  }
}
