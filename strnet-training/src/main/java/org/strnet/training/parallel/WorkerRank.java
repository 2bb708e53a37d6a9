package org.strnet.training.parallel;

/**
 * One worker among others.
 *
 * @param rank 0 to {@code workers - 1}; rank 0 writes all files
 * @param workers how many there are, at least 1
 */
public record WorkerRank(int rank, int workers) {

  /** Refuses a rank that no worker can have. */
  public WorkerRank {
    if (workers < 1 || rank < 0 || rank >= workers) {
      throw new IllegalArgumentException(
          "a rank is 0 to workers - 1, found rank %d of %d".formatted(rank, workers));
    }
  }

  /** This worker's part of a batch, as equal to the others' as can be. */
  public BatchShare of(int films) {
    int from = bound(films, rank);
    return new BatchShare(from, bound(films, rank + 1) - from, films);
  }

  private int bound(int films, int worker) {
    return (int) ((long) films * worker / workers);
  }
}
