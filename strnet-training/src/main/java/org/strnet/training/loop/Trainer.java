package org.strnet.training.loop;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.pytorch.Tensor;
import org.strnet.network.ClinicalEncoding;
import org.strnet.provenance.BadInputException;
import org.strnet.training.augmentation.Augmentation;
import org.strnet.training.configuration.LossWeights;
import org.strnet.training.configuration.OptimisationConfiguration;
import org.strnet.training.configuration.TrainingConfiguration;
import org.strnet.training.network.MaskedLosses;
import org.strnet.training.network.StrNet;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;
import org.strnet.training.tensor.Torch;

/**
 * Fits one network: draw a batch, forward, loss, backward, clip, step, average; after each epoch
 * validate the averaged weights, log, checkpoint, and stop when it no longer helps.
 *
 * <p>Everything random is drawn from the seed and the epoch, and a checkpoint holds all that an
 * epoch leaves behind, so that a resumed run ends with the weights of an uninterrupted one.
 *
 * <p>Several workers share every batch out among them and take the step that one would: batch norm,
 * losses and gradients are summed over all, dropout is drawn for the whole batch. Rank 0 writes.
 */
public final class Trainer {

  /** Where Huber's loss turns from square to line, in standard deviations of the target. */
  private static final double HUBER_DELTA = 1;

  private final TrainingConfiguration configuration;
  private final OptimisationConfiguration optimisation;
  private final ClinicalEncoding encoding;
  private final Path folder;
  private final Progress progress;
  private final WorkerGroup workers;

  /**
   * @param configuration of the run
   * @param encoding of the clinical variables
   * @param folder receives {@code epochs.csv}, {@code epochs.svg} and {@code checkpoint/}
   * @param progress told batch by batch
   */
  public Trainer(
      TrainingConfiguration configuration,
      ClinicalEncoding encoding,
      Path folder,
      Progress progress) {
    this(configuration, encoding, folder, progress, WorkerGroup.alone());
  }

  /**
   * @param configuration of the run, the same in all workers; the batch is that of all together
   * @param encoding of the clinical variables
   * @param folder as for one process; written and read by rank 0 only
   * @param progress told batch by batch
   * @param workers that fit the network together
   */
  public Trainer(
      TrainingConfiguration configuration,
      ClinicalEncoding encoding,
      Path folder,
      Progress progress,
      WorkerGroup workers) {
    this.configuration = configuration;
    this.optimisation = configuration.optimisation();
    this.encoding = encoding;
    this.folder = folder;
    this.progress = progress;
    this.workers = workers;
  }

  /**
   * Fits a network from its initial weights, or goes on from a checkpoint in the folder.
   *
   * @param initial the network with its initial weights; it is trained in place
   * @param training films to learn from
   * @param validation films that decide when to stop; may be empty, then the last epoch counts
   * @param resume whether to go on from the folder's checkpoint, if it has one
   * @return the averaged network of the best epoch
   * @throws TrainingDivergedException if the loss or the gradient is no longer finite
   * @throws org.strnet.training.parallel.WorkerLostException if another worker ended; rank 0's
   *     checkpoint of the last whole epoch stays
   * @throws BadInputException if workers differ in settings or films, or a batch has too few films
   */
  public StrNet fit(
      StrNet initial, List<TrainingKnee> training, List<TrainingKnee> validation, boolean resume) {
    requireFilmsForAll(training);
    SharedSettings.check(configuration, encoding, training, validation, workers);
    SharedTensors.takeFromFirst(initial, workers);
    initial.share(workers);
    TrainingState state = TrainingState.start(initial, configuration, stepsPerEpoch(training));
    EpochLog log = EpochLog.in(folder);
    Checkpoint checkpoint = new Checkpoint(folder.resolve("checkpoint"), configuration);
    if (workers.firstSays(resume && workers.isFirst() && checkpoint.exists())) {
      checkpoint.restore(state, workers);
      log = EpochLog.resumed(folder, state.epoch());
    }
    while (state.epoch() < optimisation.epochs() && !state.shouldStop()) {
      Torch.seed(configuration.seed() * 1_000_003 + state.epoch());
      SharedTensors.takeFromFirst(state.network(), workers);
      SharedTensors.takeFromFirst(state.averaged(), workers);
      EpochSummary summary = runEpoch(state, training);
      OptionalDouble validationLoss = validate(state, validation);
      state.endEpoch(validationLoss);
      if (workers.isFirst()) {
        log.add(summary.record(state.epoch(), validationLoss, state.learningRate()));
        checkpoint.save(state);
      }
    }
    return state.best();
  }

  private EpochSummary runEpoch(TrainingState state, List<TrainingKnee> training) {
    EpochSummary summary = new EpochSummary(training.size());
    int steps = stepsPerEpoch(training);
    int[] order = sampling(training).epoch(state.epoch());
    state.network().train(true);
    state.network().precision(optimisation.precision());
    try (BatchLoader batches =
        new BatchLoader(
            training, encoding, augmentation(), order, steps, state.epoch(), workers.rank())) {
      for (int step = 0; step < steps; step++) {
        try (TensorScope scope = TensorScope.open()) {
          step(state, batches.next(), summary);
        }
        progress.step("epoch " + (state.epoch() + 1), step + 1, steps);
      }
    }
    return summary;
  }

  private void step(TrainingState state, TrainingBatch batch, EpochSummary summary) {
    state.optimiser().prepare(state.step());
    Tensor loss = batch.loss(state.network(), losses(state.network()), workers);
    double value = workers.sum(Tensors.item(loss));
    requireFinite("loss", value, state);
    workers.backward(loss);
    state.optimiser().sum(workers);
    double norm = state.optimiser().clip(optimisation.gradientClip());
    requireFinite("norm of the gradient", norm, state);
    state.optimiser().step();
    state.average().update(state.step());
    state.endStep();
    summary.add(value, norm);
  }

  private MaskedLosses losses(StrNet network) {
    LossWeights weights = configuration.losses();
    return MaskedLosses.of(
        network.settings(),
        new MaskedLosses.Weights(weights.screening(), weights.severity(), weights.tScore()),
        HUBER_DELTA);
  }

  private OptionalDouble validate(TrainingState state, List<TrainingKnee> validation) {
    return validation.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            new Prediction(state.averaged(), encoding)
                .loss(validation, losses(state.averaged()), workers));
  }

  private void requireFilmsForAll(List<TrainingKnee> training) {
    int batch = Math.min(training.size(), optimisation.batchSize());
    if (!workers.isAlone() && batch < workers.rank().workers()) {
      throw new BadInputException(
          "workers",
          "a batch of %d films cannot be shared by %d".formatted(batch, workers.rank().workers()));
    }
  }

  private int stepsPerEpoch(List<TrainingKnee> training) {
    return Math.max(1, training.size() / optimisation.batchSize());
  }

  private BalancedSampling sampling(List<TrainingKnee> training) {
    return new BalancedSampling(
        training.stream().map(TrainingKnee::stratum).toList(),
        configuration.sampling().balance(),
        configuration.seed());
  }

  private Augmentation augmentation() {
    return new Augmentation(configuration.augmentation(), configuration.seed());
  }

  private static void requireFinite(String what, double value, TrainingState state) {
    if (!Double.isFinite(value)) {
      throw new TrainingDivergedException(what + " is " + value, state.epoch(), state.step());
    }
  }
}
