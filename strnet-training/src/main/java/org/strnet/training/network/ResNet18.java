package org.strnet.training.network;

import java.util.ArrayList;
import java.util.List;
import org.strnet.training.layer.Activation;
import org.strnet.training.layer.BasicBlock;
import org.strnet.training.layer.ConvolutionNorm;
import org.strnet.training.layer.ConvolutionShape;
import org.strnet.training.layer.MaxPool;
import org.strnet.training.layer.Stage;

/** ResNet-18 (He et al. 2016, table 1) as torchvision lays it out: stem and four stages. */
final class ResNet18 {

  private static final int[] CHANNELS = {64, 128, 256, 512};

  private ResNet18() {}

  static Backbone create() {
    List<Stage> stages = new ArrayList<>();
    ConvolutionShape first = ConvolutionShape.dense(1, CHANNELS[0], 7, 2);
    stages.add(
        new Stage(
            "stem",
            List.of(new ConvolutionNorm("conv1", "bn1", first, Activation.RELU), new MaxPool())));
    int inputs = CHANNELS[0];
    for (int i = 0; i < CHANNELS.length; i++) {
      String name = "layer" + (i + 1);
      int outputs = CHANNELS[i];
      stages.add(
          new Stage(
              name,
              List.of(
                  new BasicBlock(name + ".0", inputs, outputs, i == 0 ? 1 : 2),
                  new BasicBlock(name + ".1", outputs, outputs, 1))));
      inputs = outputs;
    }
    return new Backbone(BackboneKind.RESNET18, inputs, stages);
  }
}
