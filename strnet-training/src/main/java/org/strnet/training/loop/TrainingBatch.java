package org.strnet.training.loop;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bytedeco.pytorch.Tensor;
import org.strnet.dataset.Labels;
import org.strnet.network.ClinicalEncoding;
import org.strnet.training.network.HeadTensors;
import org.strnet.training.network.MaskedLosses;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.Targets;
import org.strnet.training.parallel.BatchShare;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.Tensors;

/**
 * One batch of n films in Java memory.
 *
 * @param films {@code n * S * S} values
 * @param clinical {@code n * 2K} values
 * @param knees the films' labels, in order
 * @param share which films of a batch of several workers they are
 */
record TrainingBatch(float[] films, float[] clinical, List<TrainingKnee> knees, BatchShare share) {

  /**
   * Puts a batch together.
   *
   * @param inputs {@code S * S} values of each film
   */
  static TrainingBatch of(
      List<TrainingKnee> knees, List<float[]> inputs, ClinicalEncoding encoding) {
    return of(knees, inputs, encoding, BatchShare.whole(knees.size()));
  }

  /** Puts a worker's part of a batch together. */
  static TrainingBatch of(
      List<TrainingKnee> knees, List<float[]> inputs, ClinicalEncoding encoding, BatchShare share) {
    List<float[]> clinical = knees.stream().map(knee -> encoding.encode(knee.clinical())).toList();
    return new TrainingBatch(concatenate(inputs), concatenate(clinical), List.copyOf(knees), share);
  }

  /** What the network says of the films. */
  HeadTensors forward(StrNet network) {
    int n = knees.size();
    return network.forward(inputs(), Tensors.of(clinical, n, clinical.length / n), share);
  }

  /** The films, {@code [n,1,S,S]}. */
  Tensor inputs() {
    int n = knees.size();
    int side = (int) Math.round(Math.sqrt((double) films.length / n));
    return Tensors.of(films, n, 1, side, side);
  }

  /** The total loss, a scalar with gradient. */
  Tensor loss(StrNet network, MaskedLosses losses) {
    return loss(network, losses, WorkerGroup.alone());
  }

  /** This part of the total loss of a batch that several workers share. */
  Tensor loss(StrNet network, MaskedLosses losses, WorkerGroup workers) {
    return losses.of(forward(network), targets(), workers).total();
  }

  private Targets targets() {
    return Targets.of(
        labels(labels -> labels.boneLoss().isPresent() ? labels.boneLoss().getAsInt() : Double.NaN),
        labels(
            labels ->
                labels.osteoporosis().isPresent() ? labels.osteoporosis().getAsInt() : Double.NaN),
        labels(labels -> labels.tScore().orElse(Double.NaN)),
        values(TrainingKnee::weight));
  }

  private float[] labels(ToDoubleFunction<Labels> label) {
    return values(knee -> label.applyAsDouble(knee.labels()));
  }

  private float[] values(ToDoubleFunction<TrainingKnee> value) {
    float[] values = new float[knees.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.applyAsDouble(knees.get(i));
    }
    return values;
  }

  private static float[] concatenate(List<float[]> parts) {
    int length = parts.get(0).length;
    float[] whole = new float[parts.size() * length];
    for (int i = 0; i < parts.size(); i++) {
      System.arraycopy(parts.get(i), 0, whole, i * length, length);
    }
    return whole;
  }
}
