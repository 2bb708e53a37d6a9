package org.strnet.training.parallel;

import org.bytedeco.pytorch.Tensor;

/**
 * Which films of a batch a worker has.
 *
 * @param from its first film, counted from 0
 * @param films how many it has, at least 1
 * @param total films of the whole batch
 */
public record BatchShare(int from, int films, int total) {

  /** Refuses an empty share and one that reaches beyond the batch. */
  public BatchShare {
    if (from < 0 || films < 1 || from + films > total) {
      throw new IllegalArgumentException(
          "a share has films of its batch, found %d from %d of %d".formatted(films, from, total));
    }
  }

  /** All films of a batch. */
  public static BatchShare whole(int films) {
    return new BatchShare(0, films, films);
  }

  /**
   * The share's rows of what was drawn for the whole batch.
   *
   * @param drawn {@code [total, ...]}
   * @return {@code [films, ...]}
   */
  public Tensor rows(Tensor drawn) {
    return films == total ? drawn : drawn.narrow(0, from, films);
  }
}
