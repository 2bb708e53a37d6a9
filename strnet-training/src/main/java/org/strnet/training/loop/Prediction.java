package org.strnet.training.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.strnet.network.ClinicalEncoding;
import org.strnet.network.NetworkOutput;
import org.strnet.training.network.HeadTensors;
import org.strnet.training.network.MaskedLosses;
import org.strnet.training.network.StrNet;
import org.strnet.training.parallel.WorkerGroup;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.Precision;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/** What a fitted network says of films as they are: no augmentation, no dropout, float32. */
public final class Prediction {

  private static final int BATCH = 16;

  private final StrNet network;
  private final ClinicalEncoding encoding;

  /**
   * @param network is put into evaluation mode
   * @param encoding of the clinical variables
   */
  public Prediction(StrNet network, ClinicalEncoding encoding) {
    this.network = network;
    this.encoding = encoding;
    network.train(false);
    network.precision(Precision.FLOAT32);
  }

  /** The heads' output for each film, in order. */
  public List<NetworkOutput> outputs(List<TrainingKnee> knees) {
    List<NetworkOutput> outputs = new ArrayList<>();
    inBatches(
        knees,
        batch -> {
          HeadTensors heads = batch.forward(network);
          float[] boneLoss = Tensors.toArray(heads.boneLossLogit());
          float[] severity = Tensors.toArray(heads.severityLogit());
          float[] tScore = Tensors.toArray(network.tScoreInUnits(heads.tScore()));
          for (int i = 0; i < boneLoss.length; i++) {
            outputs.add(new NetworkOutput(boneLoss[i], severity[i], tScore[i]));
          }
        });
    return outputs;
  }

  /** The pooled features of each film, {@code [C]}, in order. */
  public List<float[]> features(List<TrainingKnee> knees) {
    return rows(knees, batch -> batch.forward(network).pooled());
  }

  /** The moments of the maps of all stages of each film, in order. */
  public List<float[]> moments(List<TrainingKnee> knees) {
    return rows(knees, batch -> network.moments(batch.inputs()));
  }

  private List<float[]> rows(List<TrainingKnee> knees, Function<TrainingBatch, Tensor> rowPerFilm) {
    List<float[]> rows = new ArrayList<>();
    inBatches(
        knees,
        batch -> {
          float[] values = Tensors.toArray(rowPerFilm.apply(batch));
          int width = values.length / batch.knees().size();
          for (int from = 0; from < values.length; from += width) {
            rows.add(Arrays.copyOfRange(values, from, from + width));
          }
        });
    return rows;
  }

  /** Mean total loss over the films, batch by batch; every worker takes some of the batches. */
  double loss(List<TrainingKnee> knees, MaskedLosses losses, WorkerGroup workers) {
    DoubleAdder sum = new DoubleAdder();
    List<TrainingKnee> own = new ArrayList<>();
    for (int from = 0; from < knees.size(); from += BATCH) {
      if (from / BATCH % workers.rank().workers() == workers.rank().rank()) {
        own.addAll(knees.subList(from, Math.min(from + BATCH, knees.size())));
      }
    }
    inBatches(
        own, batch -> sum.add(batch.knees().size() * Tensors.item(batch.loss(network, losses))));
    return workers.sum(sum.sum()) / knees.size();
  }

  private void inBatches(List<TrainingKnee> knees, Consumer<TrainingBatch> use) {
    for (int from = 0; from < knees.size(); from += BATCH) {
      List<TrainingKnee> part = knees.subList(from, Math.min(from + BATCH, knees.size()));
      List<float[]> inputs = part.stream().map(knee -> knee.patch().input()).toList();
      try (TensorScope scope = TensorScope.open();
          GradientMode off = GradientMode.off()) {
        use.accept(TrainingBatch.of(part, inputs, encoding));
      }
    }
  }
}
