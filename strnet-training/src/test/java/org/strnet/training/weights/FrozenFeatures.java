package org.strnet.training.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.Targets;
import org.strnet.pixels.KneePixels;
import org.strnet.pixels.PixelSpecification;
import org.strnet.training.layer.Stage;
import org.strnet.training.loop.KneeSet;
import org.strnet.training.loop.Progress;
import org.strnet.training.loop.TrainingKnee;
import org.strnet.training.network.Backbone;
import org.strnet.training.network.BackboneKind;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.TensorScope;
import org.strnet.training.tensor.Tensors;

/**
 * By hand: what a backbone that is not trained further sees on the knees of a cohort, for probes.
 * Arguments: cohort, weights (of a backbone, or of an STR-Net whose backbone is taken), input size,
 * crop in plateau widths, its shift above the joint line, and the output without ending. Writes
 * {@code .csv} (a row index and image per line), {@code .features} (for each knee mean and standard
 * deviation over the map of every stage) and {@code .crops} (the inputs), little-endian float32.
 */
final class FrozenFeatures {

  private final Backbone backbone = Backbone.create(BackboneKind.MOBILENET_V2, 1);

  private FrozenFeatures(Path weights) throws IOException {
    Map<String, StoredTensor> stored = Safetensors.read(weights).tensors();
    String prefix = "backbone.";
    if (stored.keySet().stream().anyMatch(name -> name.startsWith(prefix))) {
      StateLoader.load(
          weights.toString(),
          backbone.tensors(),
          stored.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(prefix))
              .collect(
                  Collectors.toMap(
                      entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue)));
    } else {
      BackboneWeights.load(backbone, weights);
    }
    backbone.train(false);
  }

  public static void main(String[] arguments) throws IOException {
    FrozenFeatures features = new FrozenFeatures(Path.of(arguments[1]));
    PixelSpecification pixels =
        new PixelSpecification(
            Integer.parseInt(arguments[2]),
            Double.parseDouble(arguments[3]),
            Double.parseDouble(arguments[4]),
            1,
            99);
    Cohort cohort = Cohort.read(Path.of(arguments[0]));
    KneeSet knees =
        KneeSet.load(
            cohort,
            Targets.BONE,
            new KneePixels(pixels),
            "",
            film -> Optional.empty(),
            Progress.SILENT);
    System.out.printf(
        Locale.ROOT, "%d knees, %d refused%n", knees.knees().size(), knees.refused().size());
    String out = arguments[5];
    StringBuilder rows = new StringBuilder("row,image\n");
    try (OutputStream values = Files.newOutputStream(Path.of(out + ".features"));
        OutputStream crops = Files.newOutputStream(Path.of(out + ".crops"))) {
      for (TrainingKnee knee : knees.knees()) {
        float[] input = knee.patch().input();
        values.write(bytes(features.of(input, pixels.inputSize())));
        crops.write(bytes(input));
        rows.append(knee.row())
            .append(',')
            .append(cohort.films().get(knee.row()).file().getFileName())
            .append('\n');
      }
    }
    Files.write(Path.of(out + ".csv"), rows.toString().getBytes(StandardCharsets.UTF_8));
  }

  private float[] of(float[] input, int size) {
    List<float[]> pooled = new ArrayList<>();
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      Tensor map = Tensors.channelsLast(Tensors.of(input, 1, 1, size, size));
      for (Stage stage : backbone.stages()) {
        map = stage.forward(map);
        T_TensorTensor_T moments = torch.var_mean(map, new long[] {2, 3}, false, false);
        pooled.add(Tensors.toArray(moments.get1()));
        pooled.add(Tensors.toArray(moments.get0().sqrt()));
      }
    }
    int length = pooled.stream().mapToInt(values -> values.length).sum();
    float[] joined = new float[length];
    int at = 0;
    for (float[] values : pooled) {
      System.arraycopy(values, 0, joined, at, values.length);
      at += values.length;
    }
    return joined;
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }
}
