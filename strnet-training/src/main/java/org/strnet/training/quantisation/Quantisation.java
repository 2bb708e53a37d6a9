package org.strnet.training.quantisation;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.strnet.network.Precision;
import org.strnet.network.TensorNames;
import org.strnet.provenance.BadInputException;

/**
 * A float32 network on its way to 8 bits: {@link #observedNetwork()} is run on training films,
 * {@link #observe} is told what it gave, and {@link #network()} is the result.
 */
public final class Quantisation {

  private final ModelProto model;
  private final BackboneGraph backbone;
  private final Map<String, ValueHistogram> values = new LinkedHashMap<>();

  private Quantisation(ModelProto model) {
    this.model = model;
    this.backbone = new BackboneGraph(model.getGraph());
    backbone.observed().forEach(name -> values.put(name, new ValueHistogram()));
  }

  /**
   * Reads a network.
   *
   * @param source name for messages
   * @param onnx the exported network
   * @throws BadInputException when it is no ONNX file, or has no convolution that can run in 8 bits
   */
  public static Quantisation of(String source, byte[] onnx) {
    ModelProto model;
    try {
      model = ModelProto.parseFrom(onnx);
    } catch (InvalidProtocolBufferException e) {
      throw new BadInputException(source, "is no ONNX file", e);
    }
    Quantisation quantisation = new Quantisation(model);
    if (quantisation.backbone.operators().stream().noneMatch(quantisation.backbone::quantised)) {
      throw new BadInputException(
          source, "must have convolutions behind its first, found none to run in 8 bits");
    }
    return quantisation;
  }

  /**
   * The network up to its feature map, with input {@code film} alone and every value whose range is
   * needed as an output.
   */
  public byte[] observedNetwork() {
    GraphProto graph = model.getGraph();
    Set<String> constants = backbone.constantNames();
    GraphProto.Builder observed =
        GraphProto.newBuilder()
            .setName(graph.getName())
            .addAllNode(backbone.operators())
            .addAllInitializer(
                graph.getInitializerList().stream()
                    .filter(constant -> constants.contains(constant.getName()))
                    .toList())
            .addAllInput(
                graph.getInputList().stream()
                    .filter(input -> input.getName().equals(TensorNames.FILM))
                    .toList());
    values.keySet().forEach(name -> observed.addOutput(ValueInfoProto.newBuilder().setName(name)));
    return model.toBuilder().setGraph(observed).build().toByteArray();
  }

  /**
   * Counts a value of the observed network on one film.
   *
   * @param name of an output of the observed network
   */
  public void observe(String name, float[] found) {
    ValueHistogram histogram = values.get(name);
    if (histogram == null) {
      throw new IllegalArgumentException(
          "must be one of %s, found %s".formatted(values.keySet(), name));
    }
    histogram.add(found);
  }

  /** The network in 8 bits; the same bytes for the same films. */
  public byte[] network() {
    Map<String, ValueRange> ranges = new LinkedHashMap<>();
    values.forEach((name, histogram) -> ranges.put(name, histogram.best()));
    return model.toBuilder()
        .setGraph(new GraphQuantiser(model.getGraph(), ranges).graph())
        .addMetadataProps(
            StringStringEntryProto.newBuilder()
                .setKey("network.precision")
                .setValue(Precision.INT8.code()))
        .build()
        .toByteArray();
  }

  /** Names of the values whose range is needed, in the order they arise. */
  List<String> observed() {
    return List.copyOf(values.keySet());
  }
}
