package org.strnet.training.loop;

import java.util.OptionalDouble;

/** Adds up an epoch's losses and gradient norms, and its time. */
final class EpochSummary {

  private final int films;
  private final long start = System.nanoTime();
  private double loss;
  private double norm;
  private int steps;

  EpochSummary(int films) {
    this.films = films;
  }

  void add(double stepLoss, double stepNorm) {
    loss += stepLoss;
    norm += stepNorm;
    steps++;
  }

  EpochRecord record(int epoch, OptionalDouble validationLoss, double learningRate) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new EpochRecord(
        epoch, loss / steps, validationLoss, learningRate, norm / steps, films / seconds);
  }
}
