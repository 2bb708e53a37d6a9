package org.strnet.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.strnet.network.ClinicalEncoding;
import org.strnet.training.augmentation.Augmentation;
import org.strnet.training.parallel.BatchShare;
import org.strnet.training.parallel.WorkerRank;

/**
 * Makes the batches of one epoch ahead of the network, on one thread beside it: with two batches in
 * hand, drawing and changing films costs the training nothing.
 */
final class BatchLoader implements AutoCloseable {

  private static final int AHEAD = 2;

  private final List<TrainingKnee> knees;
  private final ClinicalEncoding encoding;
  private final Augmentation augmentation;
  private final int[] order;
  private final int batches;
  private final int epoch;
  private final WorkerRank rank;
  private final BlockingQueue<TrainingBatch> ready = new ArrayBlockingQueue<>(AHEAD);
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final Thread worker;

  /**
   * @param order films of the epoch, as indices into {@code knees}
   * @param batches number of batches they are cut into, as equal as can be
   * @param rank whose part of each batch is made; a film is changed by its place in the epoch
   */
  BatchLoader(
      List<TrainingKnee> knees,
      ClinicalEncoding encoding,
      Augmentation augmentation,
      int[] order,
      int batches,
      int epoch,
      WorkerRank rank) {
    this.knees = knees;
    this.encoding = encoding;
    this.augmentation = augmentation;
    this.order = order.clone();
    this.batches = batches;
    this.epoch = epoch;
    this.rank = rank;
    this.worker = new Thread(this::load, "batches");
    worker.setDaemon(true);
    worker.start();
  }

  /** The next batch; called once for each of the epoch's batches. */
  TrainingBatch next() {
    try {
      while (true) {
        TrainingBatch batch = ready.poll(100, TimeUnit.MILLISECONDS);
        if (batch != null) {
          return batch;
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
          throw failed;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("training was interrupted", e);
    }
  }

  /** Ends the thread, also when not every batch was taken. */
  @Override
  public void close() {
    worker.interrupt();
  }

  private void load() {
    try {
      for (int b = 0; b < batches; b++) {
        ready.put(batch(from(b), from(b + 1)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  private int from(int batch) {
    return (int) ((long) batch * order.length / batches);
  }

  private TrainingBatch batch(int from, int to) {
    List<float[]> inputs = new ArrayList<>();
    List<TrainingKnee> batch = new ArrayList<>();
    BatchShare share = rank.of(to - from);
    int first = from + share.from();
    for (int draw = first; draw < first + share.films(); draw++) {
      TrainingKnee knee = knees.get(order[draw]);
      inputs.add(augmentation.apply(knee.patch(), epoch, draw));
      batch.add(knee);
    }
    return TrainingBatch.of(batch, inputs, encoding, share);
  }
}
