package org.strnet.inference;

import static org.strnet.inference.OnnxNetwork.ANY;
import static org.strnet.network.TensorNames.BONE_LOSS_GRADIENT;
import static org.strnet.network.TensorNames.BONE_LOSS_LOGIT;
import static org.strnet.network.TensorNames.CLINICAL;
import static org.strnet.network.TensorNames.EVIDENCE;
import static org.strnet.network.TensorNames.FEATURE_MAP;
import static org.strnet.network.TensorNames.FILM;
import static org.strnet.network.TensorNames.HEADS;
import static org.strnet.network.TensorNames.SEVERITY_LOGIT;
import static org.strnet.network.TensorNames.T_SCORE;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.strnet.network.BoneLossNetwork;
import org.strnet.network.Evidence;
import org.strnet.network.FeatureMap;
import org.strnet.network.FeaturedOutput;
import org.strnet.network.NetworkOutput;
import org.strnet.provenance.BadInputException;

/**
 * STR-Net run by ONNX Runtime, one film at a time, on its caller's thread. One instance serves all
 * workers of a process: weights are in memory once.
 */
public final class OnnxBoneLossNetwork implements BoneLossNetwork, AutoCloseable {

  private static final Set<String> ASSESSMENT = Set.copyOf(HEADS);
  private static final Set<String> FEATURED = with(List.of(FEATURE_MAP));
  private static final Set<String> EXPLANATION = with(EVIDENCE);

  private final OnnxNetwork network;
  private final boolean explains;
  private final int inputSize;
  private final int clinicalLength;
  private final InputBuffers buffers;

  private OnnxBoneLossNetwork(OnnxNetwork network, boolean explains) {
    this.network = network;
    this.explains = explains;
    this.inputSize = checkedInputSize(network);
    this.clinicalLength = checkedClinicalLength(network);
    checkOutputs(network);
    if (explains) {
      checkGradient(network);
    }
    this.buffers = new InputBuffers();
  }

  /**
   * Opens {@code network.onnx}.
   *
   * @throws BadInputException when the file is missing, damaged, or its inputs and outputs are not
   *     those of STR-Net
   */
  public static OnnxBoneLossNetwork load(Path file) {
    return of(OnnxNetwork.load(file), true);
  }

  /**
   * Opens the bytes of {@code network.onnx}, as a bundle holds them.
   *
   * @param source name for messages
   * @throws BadInputException as {@link #load(Path)}
   */
  public static OnnxBoneLossNetwork load(String source, byte[] onnx) {
    return of(OnnxNetwork.load(source, onnx), true);
  }

  /**
   * Opens the same without its gradient, which costs time in every run. It explains nothing.
   *
   * @param source name for messages
   * @throws BadInputException as {@link #load(Path)}
   */
  public static OnnxBoneLossNetwork loadWithoutGradient(String source, byte[] onnx) {
    byte[] forward = ForwardGraph.without(BONE_LOSS_GRADIENT, onnx);
    return of(OnnxNetwork.load(source, forward), false);
  }

  private static OnnxBoneLossNetwork of(OnnxNetwork network, boolean explains) {
    try {
      return new OnnxBoneLossNetwork(network, explains);
    } catch (BadInputException e) {
      network.close();
      throw e;
    }
  }

  /** Side S of the film it takes, in pixels. */
  public int inputSize() {
    return inputSize;
  }

  /** Length 2K of the clinical input; 0 when it takes none. */
  public int clinicalLength() {
    return clinicalLength;
  }

  /** Pooled features C a knee has. */
  public int features() {
    return (int) network.outputShape(FEATURE_MAP)[1];
  }

  /** Provenance written into the file, ordered by key. */
  public Map<String, String> metadata() {
    return network.metadata();
  }

  @Override
  public NetworkOutput assess(float[] film, float[] clinical) {
    return run(film, clinical, ASSESSMENT, OnnxBoneLossNetwork::output);
  }

  @Override
  public FeaturedOutput assessWithFeatures(float[] film, float[] clinical) {
    return run(film, clinical, FEATURED, OnnxBoneLossNetwork::featured);
  }

  @Override
  public Evidence explain(float[] film, float[] clinical) {
    if (!explains) {
      throw new IllegalStateException("opened without its gradient, the network explains nothing");
    }
    return run(film, clinical, EXPLANATION, OnnxBoneLossNetwork::evidence);
  }

  @Override
  public void close() {
    buffers.close();
    network.close();
  }

  private <T> T run(float[] film, float[] clinical, Set<String> outputs, Reading<T> reading) {
    if (film.length != inputSize * inputSize || clinical.length != clinicalLength) {
      throw new IllegalArgumentException(
          "the network takes %d pixels and %d clinical values, found %d and %d"
              .formatted(inputSize * inputSize, clinicalLength, film.length, clinical.length));
    }
    InputBuffers.Inputs inputs = buffers.take(this::newInputs);
    try {
      inputs.put(FILM, film);
      if (clinicalLength > 0) {
        inputs.put(CLINICAL, clinical);
      }
      try (OrtSession.Result result = network.run(inputs.tensors(), outputs)) {
        return reading.read(result);
      }
    } finally {
      buffers.giveBack(inputs);
    }
  }

  private InputBuffers.Inputs newInputs() {
    InputBuffers.Inputs inputs = new InputBuffers.Inputs();
    inputs.add(FILM, 1, 1, inputSize, inputSize);
    if (clinicalLength > 0) {
      inputs.add(CLINICAL, 1, clinicalLength);
    }
    return inputs;
  }

  private static NetworkOutput output(OrtSession.Result result) {
    return new NetworkOutput(
        OnnxNetwork.values(result, BONE_LOSS_LOGIT)[0],
        OnnxNetwork.values(result, SEVERITY_LOGIT)[0],
        OnnxNetwork.values(result, T_SCORE)[0]);
  }

  private static FeaturedOutput featured(OrtSession.Result result) {
    OnnxTensor map = (OnnxTensor) result.get(FEATURE_MAP).orElseThrow();
    long[] shape = map.getInfo().getShape();
    return new FeaturedOutput(
        output(result),
        new FeatureMap(
            (int) shape[1],
            (int) shape[2],
            (int) shape[3],
            OnnxNetwork.values(result, FEATURE_MAP)));
  }

  private static Evidence evidence(OrtSession.Result result) {
    FeaturedOutput featured = featured(result);
    return new Evidence(
        featured.output(), featured.features(), OnnxNetwork.values(result, BONE_LOSS_GRADIENT));
  }

  private static int checkedInputSize(OnnxNetwork network) {
    long[] shape = network.inputShape(FILM);
    boolean square = shape.length == 4 && shape[1] == 1 && shape[2] == shape[3] && shape[2] > 0;
    network.require(square && takesOne(shape), "input 'film' must be [N, 1, S, S]", shape);
    return (int) shape[2];
  }

  private static int checkedClinicalLength(OnnxNetwork network) {
    if (!network.inputNames().contains(CLINICAL)) {
      network.requireInputs(Set.of(FILM));
      return 0;
    }
    network.requireInputs(Set.of(FILM, CLINICAL));
    long[] shape = network.inputShape(CLINICAL);
    boolean pairs = shape.length == 2 && shape[1] > 0 && shape[1] % 2 == 0;
    network.require(pairs && takesOne(shape), "input 'clinical' must be [N, 2K]", shape);
    return (int) shape[1];
  }

  private static void checkOutputs(OnnxNetwork network) {
    for (String head : HEADS) {
      long[] shape = network.outputShape(head);
      network.require(
          shape.length == 1 && takesOne(shape), "output '%s' must be [N]".formatted(head), shape);
    }
    long[] map = network.outputShape(FEATURE_MAP);
    network.require(
        map.length == 4 && map[1] > 0 && takesOne(map),
        "output 'feature_map' must be [N, C, h, w]",
        map);
  }

  private static void checkGradient(OnnxNetwork network) {
    long[] map = network.outputShape(FEATURE_MAP);
    long[] gradient = network.outputShape(BONE_LOSS_GRADIENT);
    network.require(
        Arrays.equals(gradient, new long[] {map[0], map[1]}),
        "output 'bone_loss_gradient' must be [N, %d]".formatted(map[1]),
        gradient);
  }

  private static boolean takesOne(long[] shape) {
    return shape[0] == ANY || shape[0] == 1;
  }

  private static Set<String> with(Collection<String> more) {
    Set<String> names = new LinkedHashSet<>(HEADS);
    names.addAll(more);
    return names;
  }

  /** Reads a result before it is freed. */
  private interface Reading<T> {
    T read(OrtSession.Result result);
  }
}
