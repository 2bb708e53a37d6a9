package org.strnet.training.network;

import java.util.ArrayList;
import java.util.List;
import org.strnet.training.layer.Activation;
import org.strnet.training.layer.ConvolutionNorm;
import org.strnet.training.layer.ConvolutionShape;
import org.strnet.training.layer.InvertedResidual;
import org.strnet.training.layer.Layer;
import org.strnet.training.layer.Stage;

/** MobileNetV2 (Sandler et al. 2018, table 2) as torchvision lays it out: 19 stages. */
final class MobileNetV2 {

  /** Widening, channels, blocks, first stride. */
  private static final int[][] BLOCKS = {
    {1, 16, 1, 1},
    {6, 24, 2, 2},
    {6, 32, 3, 2},
    {6, 64, 4, 2},
    {6, 96, 3, 1},
    {6, 160, 3, 2},
    {6, 320, 1, 1}
  };

  private MobileNetV2() {}

  static Backbone create(double width) {
    List<Stage> stages = new ArrayList<>();
    int inputs = divisibleByEight(32 * width);
    stages.add(convolution(0, ConvolutionShape.dense(1, inputs, 3, 2)));
    for (int[] row : BLOCKS) {
      int outputs = divisibleByEight(row[1] * width);
      for (int i = 0; i < row[2]; i++) {
        String name = "features." + stages.size();
        int stride = i == 0 ? row[3] : 1;
        stages.add(stage(name, new InvertedResidual(name, inputs, outputs, stride, row[0])));
        inputs = outputs;
      }
    }
    int channels = divisibleByEight(1280 * Math.max(1, width));
    stages.add(convolution(stages.size(), ConvolutionShape.dense(inputs, channels, 1, 1)));
    return new Backbone(BackboneKind.MOBILENET_V2, channels, stages);
  }

  private static Stage convolution(int index, ConvolutionShape shape) {
    String name = "features." + index;
    return stage(name, new ConvolutionNorm(name + ".0", name + ".1", shape, Activation.RELU6));
  }

  private static Stage stage(String name, Layer layer) {
    return new Stage(name, List.of(layer));
  }

  /** torchvision's rounding: the nearest multiple of 8, at least 8, never below 90 %. */
  static int divisibleByEight(double channels) {
    int rounded = Math.max(8, (int) (channels + 4) / 8 * 8);
    return rounded < 0.9 * channels ? rounded + 8 : rounded;
  }
}
