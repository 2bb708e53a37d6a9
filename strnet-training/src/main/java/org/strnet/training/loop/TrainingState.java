package org.strnet.training.loop;

import java.util.OptionalDouble;
import org.strnet.training.configuration.OptimisationConfiguration;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.network.StrNet;

/** All that a run carries from one step and epoch to the next: what a checkpoint must hold. */
final class TrainingState {

  private final StrNet network;
  private final StrNet averaged;
  private final StrNet best;
  private final WeightAverage average;
  private final WeightAverage bestKept;
  private final Optimiser optimiser;
  private final boolean stops;
  private EarlyStopping stopping;
  private int epoch;
  private int step;

  private TrainingState(StrNet network, OptimisationConfiguration settings, int stepsPerEpoch) {
    this.network = network;
    this.averaged = StrNet.create(network.settings(), 0);
    this.best = StrNet.create(network.settings(), 0);
    this.average = new WeightAverage(network, averaged, settings.weightAverage());
    this.bestKept = new WeightAverage(averaged, best, 0);
    average.reset();
    bestKept.reset();
    this.optimiser =
        new Optimiser(
            network.parameterGroups(),
            settings,
            new LearningRateSchedule(
                (int) Math.round(settings.warmUpEpochs() * stepsPerEpoch),
                settings.epochs() * stepsPerEpoch,
                settings.finalLearningRate()));
    this.stops = settings.patience() > 0;
    this.stopping = EarlyStopping.withPatience(Math.max(1, settings.patience()));
  }

  static TrainingState start(
      StrNet network, TrainingConfiguration configuration, int stepsPerEpoch) {
    return new TrainingState(network, configuration.optimisation(), stepsPerEpoch);
  }

  StrNet network() {
    return network;
  }

  StrNet averaged() {
    return averaged;
  }

  StrNet best() {
    return best;
  }

  WeightAverage average() {
    return average;
  }

  Optimiser optimiser() {
    return optimiser;
  }

  EarlyStopping stopping() {
    return stopping;
  }

  /** Epochs done. */
  int epoch() {
    return epoch;
  }

  /** Steps done. */
  int step() {
    return step;
  }

  double learningRate() {
    return optimiser.rate(Math.max(0, step - 1));
  }

  void endStep() {
    step++;
  }

  /** Keeps the averaged weights when they are the best, or when nothing says otherwise. */
  void endEpoch(OptionalDouble validationLoss) {
    if (validationLoss.isPresent()) {
      stopping = stopping.after(epoch, validationLoss.getAsDouble());
    }
    if (!stops || validationLoss.isEmpty() || stopping.isBest(epoch)) {
      bestKept.reset();
    }
    epoch++;
  }

  boolean shouldStop() {
    return stops && stopping.bestEpoch() >= 0 && stopping.shouldStopAfter(epoch - 1);
  }

  /** Continues where a checkpoint was written; the networks' weights are restored beside. */
  void restore(int epochs, int steps, EarlyStopping restored) {
    epoch = epochs;
    step = steps;
    stopping = restored;
  }
}
