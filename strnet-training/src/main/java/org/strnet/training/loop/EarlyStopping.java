package org.strnet.training.loop;

/**
 * Watches the validation loss and says when it has not improved for too long.
 *
 * @param patience epochs without improvement that are borne, at least 1
 * @param bestEpoch the best epoch so far, counted from 0; -1 before the first
 * @param bestLoss its loss; infinite before the first
 */
public record EarlyStopping(int patience, int bestEpoch, double bestLoss) {

  /** Checks the patience. */
  public EarlyStopping {
    if (patience < 1) {
      throw new IllegalArgumentException("patience must be at least 1, found " + patience);
    }
  }

  /** Before the first epoch. */
  public static EarlyStopping withPatience(int patience) {
    return new EarlyStopping(patience, -1, Double.POSITIVE_INFINITY);
  }

  /** After an epoch with the given validation loss. */
  public EarlyStopping after(int epoch, double loss) {
    return loss < bestLoss ? new EarlyStopping(patience, epoch, loss) : this;
  }

  /** Whether the given epoch is the best so far. */
  public boolean isBest(int epoch) {
    return epoch == bestEpoch;
  }

  /** Whether training should end after the given epoch. */
  public boolean shouldStopAfter(int epoch) {
    return epoch - bestEpoch >= patience;
  }
}
