package org.strnet.training.export;

import static org.strnet.network.TensorNames.BONE_LOSS_GRADIENT;
import static org.strnet.network.TensorNames.BONE_LOSS_LOGIT;
import static org.strnet.network.TensorNames.CLINICAL;
import static org.strnet.network.TensorNames.FEATURE_MAP;
import static org.strnet.network.TensorNames.FILM;
import static org.strnet.network.TensorNames.POOLED;
import static org.strnet.network.TensorNames.SEVERITY_LOGIT;
import static org.strnet.network.TensorNames.T_SCORE;
import static org.strnet.training.export.Dimension.BATCH;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.strnet.pixels.PixelSpecification;
import org.strnet.training.network.ClinicalEmbedding;
import org.strnet.training.network.StrNet;
import org.strnet.training.network.StrNetSettings;
import org.strnet.training.network.Task;
import org.strnet.training.tensor.Tensors;

/**
 * Writes a trained STR-Net as {@code network.onnx}, as it computes in evaluation. Inputs and
 * outputs are those of {@link org.strnet.network.TensorNames}.
 *
 * <p>The gradient of the bone-loss logit with respect to the pooled features is part of the graph,
 * as ordinary operators: between the two stand only the neck, the routing and one head, so a
 * heat-map needs no automatic differentiation where the file is run.
 */
public final class OnnxExporter {

  /** Both backbones halve the film five times, rounding up. */
  private static final int BACKBONE_STRIDE = 32;

  private final StrNet network;
  private final OnnxGraph graph = new OnnxGraph("str-net");

  private OnnxExporter(StrNet network) {
    this.network = network;
  }

  /**
   * Writes a network to a new file.
   *
   * @param network the network; its mode does not matter
   * @param pixels says the side S of the film
   * @param provenance becomes the file's metadata, with the network's settings and the pixels'
   * @throws org.strnet.provenance.BadInputException when the file exists already
   */
  public static void export(
      StrNet network, PixelSpecification pixels, Map<String, String> provenance, Path file) {
    OnnxGraph graph = new OnnxExporter(network).written(pixels.inputSize());
    Map<String, String> known = Description.of(network.settings(), pixels);
    OnnxFile.write(graph, OnnxFile.merged(provenance, known), file);
  }

  private OnnxGraph written(int size) {
    GraphValue film =
        graph.input(FILM, BATCH, Dimension.of(1), Dimension.of(size), Dimension.of(size));
    Optional<GraphValue> clinical = clinicalInput();
    List<GraphValue> maps = ConvolutionNodes.backbone(film, network.backbone());
    GraphValue featureMap = maps.get(maps.size() - 1);
    graph.section("pool");
    GraphValue pooled = featureMap.averagePool();
    writeHeads(pooled, clinical, maps);
    Dimension channels = Dimension.of(network.backbone().channels());
    Dimension cells = Dimension.of(mapSide(size));
    graph.output(FEATURE_MAP, featureMap, BATCH, channels, cells, cells);
    graph.output(POOLED, pooled, BATCH, channels);
    return graph;
  }

  private void writeHeads(GraphValue pooled, Optional<GraphValue> clinical, List<GraphValue> maps) {
    Optional<GraphValue> embedding =
        network.clinicalEmbedding().map(layers -> embedded(clinical.orElseThrow(), layers));
    OffsetNodes offsets = new OffsetNodes(network, clinical, maps);
    Differentiable neck =
        HeadNodes.linear(pooled, network.neckLinear())
            .then(x -> HeadNodes.layerNorm(x, network.neckNorm()))
            .then(HeadNodes::gelu);
    RoutingNodes routing = new RoutingNodes(network.routing(), neck.y());
    Differentiable screening = routing.representation(Task.SCREENING);
    Optional<GraphValue> shared =
        network.seesClinical(Task.SCREENING) ? embedding : Optional.empty();
    GraphValue boneLoss =
        HeadNodes.linear(join(screening.y(), shared), network.screeningHead()).y();
    write(BONE_LOSS_LOGIT, offsets.added(Task.SCREENING, boneLoss));
    GraphValue severity =
        HeadNodes.linear(
                join(routing.representation(Task.SEVERITY).y(), shared), network.severityHead())
            .y();
    write(SEVERITY_LOGIT, offsets.added(Task.SEVERITY, severity));
    GraphValue standardised =
        standardisedTScore(join(routing.representation(Task.T_SCORE).y(), embedding));
    write(T_SCORE, inUnits(offsets.added(Task.T_SCORE, standardised)));
    GraphValue gradient = offsets.withMeans(neck.backward(screening.backward(screeningGradient())));
    graph.output(BONE_LOSS_GRADIENT, gradient, BATCH, Dimension.of(network.backbone().channels()));
  }

  private Optional<GraphValue> clinicalInput() {
    int inputs = network.settings().clinical().inputs();
    return inputs == 0
        ? Optional.empty()
        : Optional.of(graph.input(CLINICAL, BATCH, Dimension.of(inputs)));
  }

  private static GraphValue embedded(GraphValue clinical, ClinicalEmbedding embedding) {
    return HeadNodes.linear(clinical, embedding.first())
        .then(HeadNodes::gelu)
        .then(x -> HeadNodes.linear(x, embedding.second()))
        .y();
  }

  private static GraphValue join(GraphValue representation, Optional<GraphValue> embedding) {
    return embedding
        .map(e -> GraphValue.concatenate(List.of(representation, e)))
        .orElse(representation);
  }

  private void write(String name, GraphValue head) {
    graph.output(name, head.squeeze(), BATCH);
  }

  private GraphValue standardisedTScore(GraphValue input) {
    return HeadNodes.linear(input, network.tScoreFirst())
        .then(HeadNodes::gelu)
        .then(x -> HeadNodes.linear(x, network.tScoreSecond()))
        .y();
  }

  /** From standard deviations of the training films back to the target's unit. */
  private GraphValue inUnits(GraphValue standardised) {
    StrNetSettings settings = network.settings();
    return standardised
        .times((float) settings.tScoreStandardDeviation())
        .plus((float) settings.tScoreMean());
  }

  /**
   * The screening head's derivative, {@code [1,W]}: its weights that meet the representation. Those
   * that meet the clinical embedding lead nowhere near the film.
   */
  private GraphValue screeningGradient() {
    float[] weight = Tensors.toArray(network.screeningHead().weight());
    int width = network.settings().neckWidth();
    graph.section(network.screeningHead().name() + ".backward");
    return graph.constant("weight", Arrays.copyOf(weight, width), 1, width);
  }

  private static int mapSide(int size) {
    return (size + BACKBONE_STRIDE - 1) / BACKBONE_STRIDE;
  }
}
