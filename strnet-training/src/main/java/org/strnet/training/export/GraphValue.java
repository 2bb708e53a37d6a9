package org.strnet.training.export;

import static org.strnet.training.export.OnnxAttribute.integer;
import static org.strnet.training.export.OnnxAttribute.integers;
import static org.strnet.training.export.OnnxAttribute.word;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor inside an {@link OnnxGraph}; its methods add operators, so that a layer is written as
 * its formula. Shapes broadcast as in NumPy.
 *
 * @param graph the graph it belongs to
 * @param name its unique name there
 */
public record GraphValue(OnnxGraph graph, String name) {

  /** {@code this + other}, element by element. */
  public GraphValue plus(GraphValue other) {
    return with("Add", other);
  }

  /** {@code this + scalar}. */
  public GraphValue plus(float scalar) {
    return plus(graph.scalar(scalar));
  }

  /** {@code this - other}, element by element. */
  public GraphValue minus(GraphValue other) {
    return with("Sub", other);
  }

  /** {@code this * other}, element by element. */
  public GraphValue times(GraphValue other) {
    return with("Mul", other);
  }

  /** {@code scalar * this}. */
  public GraphValue times(float scalar) {
    return times(graph.scalar(scalar));
  }

  /** {@code this / other}, element by element. */
  public GraphValue over(GraphValue other) {
    return with("Div", other);
  }

  /** Matrix product: {@code [N,A]} with {@code [A,B]} gives {@code [N,B]}. */
  public GraphValue matrixTimes(GraphValue other) {
    return with("MatMul", other);
  }

  /**
   * Affine map {@code this W^T + b}.
   *
   * @param weight {@code [B,A]}, LibTorch's layout
   * @param bias {@code [B]}
   */
  public GraphValue affine(GraphValue weight, GraphValue bias) {
    return graph.apply("Gemm", List.of(this, weight, bias), integer("transB", 1));
  }

  /** Square root. */
  public GraphValue squareRoot() {
    return with("Sqrt");
  }

  /** e to its power. */
  public GraphValue exponential() {
    return with("Exp");
  }

  /** The Gauss error function. */
  public GraphValue errorFunction() {
    return with("Erf");
  }

  /** {@code 1 / (1 + exp(-x))}. */
  public GraphValue sigmoid() {
    return with("Sigmoid");
  }

  /** {@code max(x, 0)}. */
  public GraphValue relu() {
    return with("Relu");
  }

  /** {@code min(max(x, low), high)}. */
  public GraphValue clip(float low, float high) {
    return graph.apply("Clip", List.of(this, graph.scalar(low), graph.scalar(high)));
  }

  /** Softmax along the last axis. */
  public GraphValue softmax() {
    return with("Softmax", integer("axis", -1));
  }

  /** Mean along the last axis, which stays with size 1. */
  public GraphValue mean() {
    return with("ReduceMean", integers("axes", -1), integer("keepdims", 1));
  }

  /** Sum along the last axis, which stays with size 1. */
  public GraphValue sum() {
    return graph.apply("ReduceSum", List.of(this, index("last_axis", -1)), integer("keepdims", 1));
  }

  /** Mean over height and width: {@code [N,C,h,w]} to {@code [N,C]}. */
  public GraphValue averagePool() {
    return with("GlobalAveragePool").with("Flatten", integer("axis", 1));
  }

  /** Standard deviation over height and width: {@code [N,C,h,w]} to {@code [N,C]}. */
  public GraphValue deviation() {
    GraphValue centred = minus(with("GlobalAveragePool"));
    return centred.times(centred).averagePool().squareRoot();
  }

  /** Columns {@code from} to before {@code to} of {@code [N,A]}. */
  public GraphValue columns(int from, int to) {
    return graph.apply(
        "Slice",
        List.of(
            this, index("index_" + from, from), index("index_" + to, to), index("second_axis", 1)));
  }

  /** Removes the second axis, which has size 1: {@code [N,1]} to {@code [N]}. */
  public GraphValue squeeze() {
    return graph.apply("Squeeze", List.of(this, index("second_axis", 1)));
  }

  /** Joined along the second axis: {@code [N,A,..]}, {@code [N,B,..]} to {@code [N,A+B,..]}. */
  public static GraphValue concatenate(List<GraphValue> parts) {
    return parts.get(0).graph.apply("Concat", parts, integer("axis", 1));
  }

  /** Twice the height and width, each pixel repeated: {@code [N,C,h,w]} to {@code [N,C,2h,2w]}. */
  public GraphValue upsampleNearest() {
    return upsample("nearest", "asymmetric");
  }

  /** Twice the height and width, bilinear, corners not aligned (LibTorch's default). */
  public GraphValue upsampleBilinear() {
    return upsample("linear", "half_pixel");
  }

  /** Largest of each {@code kernel x kernel} window. */
  public GraphValue maxPool(long kernel, long stride, long padding) {
    return with(
        "MaxPool",
        integers("kernel_shape", kernel, kernel),
        integers("strides", stride, stride),
        integers("pads", padding, padding, padding, padding));
  }

  private GraphValue upsample(String mode, String coordinates) {
    List<AttributeProto> options = new ArrayList<>();
    options.add(word("mode", mode));
    options.add(word("coordinate_transformation_mode", coordinates));
    if (mode.equals("nearest")) {
      options.add(word("nearest_mode", "floor"));
    }
    GraphValue none = new GraphValue(graph, "");
    GraphValue scales = graph.numbers("scales_1_1_2_2", 1, 1, 2, 2);
    return graph.apply(
        "Resize", List.of(this, none, scales), options.toArray(new AttributeProto[0]));
  }

  private GraphValue index(String constantName, long value) {
    return graph.indices(constantName, value);
  }

  private GraphValue with(String operator, AttributeProto... options) {
    return graph.apply(operator, List.of(this), options);
  }

  private GraphValue with(String operator, GraphValue other) {
    return graph.apply(operator, List.of(this, other));
  }
}
