package org.strnet.training.quantisation;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.strnet.network.Precision;
import org.strnet.provenance.BadInputException;

/**
 * A float32 network on its way to 8 bits. Films are run first through the float network, for the
 * range of each value and the mean of each convolution's channels, then through the rounded one,
 * convolution by convolution, for the means that {@link BiasCorrection} compares with them.
 */
public final class Quantisation {

  private final ModelProto model;
  private final BackboneGraph backbone;

  private Quantisation(ModelProto model) {
    this.model = model;
    this.backbone = new BackboneGraph(model.getGraph());
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
    if (quantisation.backbone.convolutions().isEmpty()) {
      throw new BadInputException(
          source, "must have convolutions behind its first, found none to run in 8 bits");
    }
    return quantisation;
  }

  /** The network in 8 bits; the same bytes for the same films. */
  public byte[] network(FilmRuns films) {
    Map<String, ValueHistogram> values = new LinkedHashMap<>();
    backbone.observed().forEach(name -> values.put(name, new ValueHistogram()));
    Map<String, ChannelMeans> means = new LinkedHashMap<>();
    backbone.convolutions().forEach(node -> means.put(node.getOutput(0), channels(node)));
    films.run(
        observed(values.keySet(), means.keySet()),
        (name, found) -> {
          Optional.ofNullable(values.get(name)).ifPresent(histogram -> histogram.add(found));
          Optional.ofNullable(means.get(name)).ifPresent(mean -> mean.add(found));
        });
    Map<String, ValueRange> ranges = new LinkedHashMap<>();
    values.forEach((name, histogram) -> ranges.put(name, histogram.best()));
    return new BiasCorrection(backbone, means, films).corrected(rounded(ranges)).toByteArray();
  }

  private byte[] observed(Set<String> values, Set<String> convolutions) {
    Set<String> names = new LinkedHashSet<>(values);
    names.addAll(convolutions);
    return PartialModel.of(model, names).toByteArray();
  }

  private ModelProto rounded(Map<String, ValueRange> ranges) {
    return model.toBuilder()
        .setGraph(new GraphQuantiser(model.getGraph(), ranges).graph())
        .addMetadataProps(
            StringStringEntryProto.newBuilder()
                .setKey("network.precision")
                .setValue(Precision.INT8.code()))
        .build();
  }

  private ChannelMeans channels(NodeProto convolution) {
    return new ChannelMeans(Math.toIntExact(backbone.shape(convolution.getInput(2)).get(0)));
  }
}
