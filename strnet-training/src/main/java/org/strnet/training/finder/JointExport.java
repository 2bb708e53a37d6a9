package org.strnet.training.finder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.strnet.knee.JointNetwork;
import org.strnet.network.TensorNames;
import org.strnet.training.export.ConvolutionNodes;
import org.strnet.training.export.Dimension;
import org.strnet.training.export.GraphValue;
import org.strnet.training.export.OnnxGraph;
import org.strnet.training.tensor.GradientMode;
import org.strnet.training.tensor.TensorScope;

/**
 * Writes the finder's network as ONNX: input {@code film [N,1,H,W]}, output {@code joints
 * [N,5,H/4,W/4]}, batch norm folded into the convolutions.
 */
final class JointExport {

  private JointExport() {}

  /**
   * @param network trained
   * @param provenance kept in the file's metadata
   * @param file is replaced
   */
  static void write(JointNet network, Map<String, String> provenance, Path file) {
    try {
      Files.write(file, graph(network).model(provenance).toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The network's formula; see {@code JointNet.features}. */
  static OnnxGraph graph(JointNet network) {
    OnnxGraph graph = new OnnxGraph("knee finder");
    JointNet.Wiring wiring = network.wiring();
    GraphValue film =
        graph.input(
            TensorNames.FILM,
            Dimension.BATCH,
            Dimension.of(1),
            Dimension.any("H"),
            Dimension.any("W"));
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      List<GraphValue> maps = new ArrayList<>();
      GraphValue map = ConvolutionNodes.convolution(film, wiring.stem());
      for (int i = 0; i < wiring.down().size(); i++) {
        map = ConvolutionNodes.convolution(map, wiring.down().get(i));
        if (i > 0) {
          map = map.plus(ConvolutionNodes.convolution(map, wiring.residual().get(i - 1)));
        }
        maps.add(map);
      }
      GraphValue up = ConvolutionNodes.convolution(map, wiring.lateral().get(0));
      for (int i = 0; i < wiring.smooth().size(); i++) {
        GraphValue beside =
            ConvolutionNodes.convolution(
                maps.get(maps.size() - 2 - i), wiring.lateral().get(i + 1));
        up =
            ConvolutionNodes.convolution(up.upsampleNearest().plus(beside), wiring.smooth().get(i));
      }
      graph.output(
          TensorNames.JOINTS,
          ConvolutionNodes.pointwise(up, "head", wiring.headWeight(), wiring.headBias()),
          Dimension.BATCH,
          Dimension.of(JointNetwork.CHANNELS),
          Dimension.any("H/4"),
          Dimension.any("W/4"));
    }
    return graph;
  }
}
