package org.strnet.inference;

import static org.strnet.inference.OnnxNetwork.ANY;
import static org.strnet.network.TensorNames.FILM;
import static org.strnet.network.TensorNames.JOINTS;

import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.strnet.knee.JointNetwork;
import org.strnet.provenance.BadInputException;

/**
 * The finder's network run by ONNX Runtime, one film at a time, on its caller's thread. One
 * instance serves all workers of a process.
 */
public final class OnnxJointNetwork implements JointNetwork, AutoCloseable {

  private static final int SIZE_STEP = 32;
  private static final Set<String> OUTPUTS = Set.of(JOINTS);

  private final OnnxNetwork network;
  private final Map<Integer, InputBuffers> buffersBySize = new ConcurrentHashMap<>();

  private OnnxJointNetwork(OnnxNetwork network) {
    this.network = network;
    network.requireInputs(Set.of(FILM));
    long[] film = network.inputShape(FILM);
    network.require(
        Arrays.equals(film, new long[] {ANY, 1, ANY, ANY}),
        "input 'film' must be [N, 1, H, W] with any H and W",
        film);
    long[] joints = network.outputShape(JOINTS);
    network.require(
        joints.length == 4 && joints[1] == CHANNELS,
        "output 'joints' must be [N, %d, h, w]".formatted(CHANNELS),
        joints);
  }

  /**
   * Opens {@code knee.onnx}.
   *
   * @throws BadInputException when the file is missing, damaged, or its input and output are not
   *     those of the finder
   */
  public static OnnxJointNetwork load(Path file) {
    return of(OnnxNetwork.load(file));
  }

  /**
   * Opens the bytes of {@code knee.onnx}, as a bundle holds them.
   *
   * @param source name for messages
   * @throws BadInputException as {@link #load(Path)}
   */
  public static OnnxJointNetwork load(String source, byte[] onnx) {
    return of(OnnxNetwork.load(source, onnx));
  }

  private static OnnxJointNetwork of(OnnxNetwork network) {
    try {
      return new OnnxJointNetwork(network);
    } catch (BadInputException e) {
      network.close();
      throw e;
    }
  }

  /** Provenance written into the file, ordered by key. */
  public Map<String, String> metadata() {
    return network.metadata();
  }

  @Override
  public float[] run(float[] film, int size) {
    if (size < SIZE_STEP || size % SIZE_STEP != 0 || film.length != size * size) {
      throw new IllegalArgumentException(
          "a square film with a side that is a multiple of %d is needed, found side %d, %d pixels"
              .formatted(SIZE_STEP, size, film.length));
    }
    InputBuffers buffers = buffersBySize.computeIfAbsent(size, side -> new InputBuffers());
    InputBuffers.Inputs inputs = buffers.take(() -> newInputs(size));
    try {
      inputs.put(FILM, film);
      try (OrtSession.Result result = network.run(inputs.tensors(), OUTPUTS)) {
        return checked(OnnxNetwork.values(result, JOINTS), size);
      }
    } finally {
      buffers.giveBack(inputs);
    }
  }

  @Override
  public void close() {
    buffersBySize.values().forEach(InputBuffers::close);
    network.close();
  }

  private static InputBuffers.Inputs newInputs(int size) {
    InputBuffers.Inputs inputs = new InputBuffers.Inputs();
    inputs.add(FILM, 1, 1, size, size);
    return inputs;
  }

  private static float[] checked(float[] joints, int size) {
    int cells = size / STRIDE;
    if (joints.length != CHANNELS * cells * cells) {
      throw new IllegalStateException(
          "the finder gave %d values for a side of %d, expected %d"
              .formatted(joints.length, size, CHANNELS * cells * cells));
    }
    return joints;
  }
}
