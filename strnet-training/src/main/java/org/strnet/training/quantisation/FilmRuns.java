package org.strnet.training.quantisation;

import java.util.function.BiConsumer;

/** Runs networks on the films that give ranges and means. */
@FunctionalInterface
public interface FilmRuns {

  /**
   * Runs a network on every film, in the same order each time.
   *
   * @param onnx a network with input {@code film} alone
   * @param values told the name of each output and its numbers, last dimension fastest, film by
   *     film
   */
  void run(byte[] onnx, BiConsumer<String, float[]> values);
}
