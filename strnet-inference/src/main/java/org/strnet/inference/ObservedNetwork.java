package org.strnet.inference;

import static org.strnet.network.TensorNames.FILM;

import ai.onnxruntime.OrtSession;
import java.util.Set;
import java.util.function.BiConsumer;
import org.strnet.provenance.BadInputException;

/** A network that takes a film alone and gives values from inside it, whatever they are called. */
public final class ObservedNetwork implements AutoCloseable {

  private final OnnxNetwork network;
  private final long[] shape;
  private final InputBuffers buffers = new InputBuffers();

  private ObservedNetwork(OnnxNetwork network) {
    this.network = network;
    this.shape = network.inputShape(FILM);
    shape[0] = 1;
  }

  /**
   * Opens its bytes.
   *
   * @param source name for messages
   * @throws BadInputException when it is no ONNX network of a film that can be run
   */
  public static ObservedNetwork load(String source, byte[] onnx) {
    OnnxNetwork network = OnnxNetwork.load(source, onnx);
    try {
      network.requireInputs(Set.of(FILM));
      return new ObservedNetwork(network);
    } catch (BadInputException e) {
      network.close();
      throw e;
    }
  }

  /**
   * Runs it on one film.
   *
   * @param film {@code [1,S,S]}, values in [-1, 1]
   * @param values told each output's name and numbers, last dimension fastest
   */
  public void run(float[] film, BiConsumer<String, float[]> values) {
    InputBuffers.Inputs inputs = buffers.take(this::newInputs);
    try {
      inputs.put(FILM, film);
      Set<String> names = network.outputNames();
      try (OrtSession.Result result = network.run(inputs.tensors(), names)) {
        names.forEach(name -> values.accept(name, OnnxNetwork.values(result, name)));
      }
    } finally {
      buffers.giveBack(inputs);
    }
  }

  @Override
  public void close() {
    buffers.close();
    network.close();
  }

  private InputBuffers.Inputs newInputs() {
    InputBuffers.Inputs inputs = new InputBuffers.Inputs();
    inputs.add(FILM, shape);
    return inputs;
  }
}
