package org.strnet.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.strnet.provenance.BadInputException;

/**
 * An ONNX file opened for running, with what its inputs and outputs look like. Safe for use by
 * several threads at once; each run works on its caller's thread.
 */
final class OnnxNetwork implements AutoCloseable {

  /** Stands for a size that may vary. */
  static final long ANY = -1;

  private final String source;
  private final OrtSession session;

  private OnnxNetwork(String source, OrtSession session) {
    this.source = source;
    this.session = session;
  }

  /**
   * Opens a file.
   *
   * @throws BadInputException when it is missing or no ONNX network that can be run
   */
  static OnnxNetwork load(Path file) {
    String source = String.valueOf(file.getFileName());
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(source, "an ONNX file is needed here, found none");
    }
    try (SessionOptions options = options()) {
      return new OnnxNetwork(source, environment().createSession(file.toString(), options));
    } catch (OrtException e) {
      throw new BadInputException(
          source, "must be an ONNX network that can be run, found: " + e.getMessage(), e);
    }
  }

  /**
   * Opens a file that is in memory.
   *
   * @param source its name, for messages
   * @throws BadInputException when it is no ONNX network that can be run
   */
  static OnnxNetwork load(String source, byte[] onnx) {
    try (SessionOptions options = options()) {
      return new OnnxNetwork(source, environment().createSession(onnx, options));
    } catch (OrtException e) {
      throw new BadInputException(
          source, "must be an ONNX network that can be run, found: " + e.getMessage(), e);
    }
  }

  /** The process's one environment; its log is kept for errors, standard output stays ours. */
  static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
  }

  private static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
    options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    return options;
  }

  /** Names of the inputs. */
  Set<String> inputNames() {
    return session.getInputNames();
  }

  /** Names of the outputs. */
  Set<String> outputNames() {
    return session.getOutputNames();
  }

  /** Shape of an input; {@link #ANY} where it may vary. */
  long[] inputShape(String name) {
    return shape("input", name, () -> session.getInputInfo());
  }

  /** Shape of an output; {@link #ANY} where it may vary. */
  long[] outputShape(String name) {
    return shape("output", name, () -> session.getOutputInfo());
  }

  /** What the file says of itself, ordered by key. */
  Map<String, String> metadata() {
    try {
      return new TreeMap<>(session.getMetadata().getCustomMetadata());
    } catch (OrtException e) {
      throw new IllegalStateException(source + ": metadata cannot be read", e);
    }
  }

  /**
   * Refuses a shape that is not as it should be.
   *
   * @param what names the tensor in the message
   */
  void require(boolean holds, String what, long[] found) {
    if (!holds) {
      throw new BadInputException(source, what + ", found " + Arrays.toString(found));
    }
  }

  /** Refuses inputs other than these. */
  void requireInputs(Set<String> expected) {
    if (!inputNames().equals(expected)) {
      throw new BadInputException(source, "inputs must be " + expected + ", found " + inputNames());
    }
  }

  /** A tensor over a direct buffer, which it reads at every run. */
  static OnnxTensor tensor(FloatBuffer direct, long... shape) {
    try {
      return OnnxTensor.createTensor(environment(), direct, shape);
    } catch (OrtException e) {
      throw new IllegalStateException("no tensor of shape " + Arrays.toString(shape), e);
    }
  }

  /** Runs the network for the outputs named, on the caller's thread. */
  OrtSession.Result run(Map<String, OnnxTensor> inputs, Set<String> outputs) {
    try {
      return session.run(inputs, outputs);
    } catch (OrtException e) {
      throw new IllegalStateException(source + ": the network failed", e);
    }
  }

  /** The values of an output, last dimension fastest. */
  static float[] values(OrtSession.Result result, String name) {
    OnnxValue value = result.get(name).orElseThrow();
    FloatBuffer buffer = ((OnnxTensor) value).getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(source + ": the session cannot be closed", e);
    }
  }

  private long[] shape(String kind, String name, InfoSource infos) {
    try {
      NodeInfo info = infos.get().get(name);
      if (info == null) {
        throw new BadInputException(source, "needs the %s '%s', found none".formatted(kind, name));
      }
      if (info.getInfo() instanceof TensorInfo tensor) {
        return tensor.getShape();
      }
      throw new BadInputException(
          source, "%s '%s' must be a tensor, found %s".formatted(kind, name, info.getInfo()));
    } catch (OrtException e) {
      throw new IllegalStateException(source + ": the session cannot be asked", e);
    }
  }

  /** Asks the session for its inputs or outputs. */
  private interface InfoSource {
    Map<String, NodeInfo> get() throws OrtException;
  }
}
