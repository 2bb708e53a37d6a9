package org.strnet.cli;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.strnet.bundle.BundleFile;
import org.strnet.inference.ObservedNetwork;
import org.strnet.inference.OnnxBoneLossNetwork;
import org.strnet.network.BoneLossNetwork;
import org.strnet.training.study.NetworkQuantisation;

/** Runs the networks of a quantisation with ONNX Runtime. */
final class QuantisationRuntime implements NetworkQuantisation.Networks {

  private static final String SOURCE = BundleFile.NETWORK.fileName();

  @Override
  public void observe(byte[] onnx, List<float[]> films, BiConsumer<String, float[]> values) {
    try (ObservedNetwork network = ObservedNetwork.load(SOURCE, onnx)) {
      films.forEach(film -> network.run(film, values));
    }
  }

  @Override
  public <T> T with(byte[] onnx, Function<BoneLossNetwork, T> work) {
    try (OnnxBoneLossNetwork network = OnnxBoneLossNetwork.loadWithoutGradient(SOURCE, onnx)) {
      return work.apply(network);
    }
  }
}
