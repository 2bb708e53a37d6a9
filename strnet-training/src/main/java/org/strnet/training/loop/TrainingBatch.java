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
import org.strnet.training.tensor.Tensors;

/**
 * One batch of n films in Java memory.
 *
 * @param films {@code n * S * S} values
 * @param clinical {@code n * 2K} values
 * @param knees the films' labels, in order
 */
record TrainingBatch(float[] films, float[] clinical, List<TrainingKnee> knees) {

  /**
   * Puts a batch together.
   *
   * @param inputs {@code S * S} values of each film
   */
  static TrainingBatch of(
      List<TrainingKnee> knees, List<float[]> inputs, ClinicalEncoding encoding) {
    List<float[]> clinical = knees.stream().map(knee -> encoding.encode(knee.clinical())).toList();
    return new TrainingBatch(concatenate(inputs), concatenate(clinical), List.copyOf(knees));
  }

  /** What the network says of the films. */
  HeadTensors forward(StrNet network) {
    int n = knees.size();
    int side = (int) Math.round(Math.sqrt((double) films.length / n));
    return network.forward(
        Tensors.channelsLast(Tensors.of(films, n, 1, side, side)),
        Tensors.of(clinical, n, clinical.length / n));
  }

  /** The total loss, a scalar with gradient. */
  Tensor loss(StrNet network, MaskedLosses losses) {
    return losses.of(forward(network), targets()).total();
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
