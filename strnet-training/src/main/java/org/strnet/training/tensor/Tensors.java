package org.strnet.training.tensor;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Between Java's arrays and float32 tensors on the CPU. */
public final class Tensors {

  private Tensors() {}

  /**
   * A tensor with a copy of the values.
   *
   * @param values row-major, as many as the shape holds
   */
  public static Tensor of(float[] values, long... shape) {
    if (values.length != count(shape)) {
      throw new IllegalArgumentException(
          "shape %s holds %d values, found %d"
              .formatted(Arrays.toString(shape), count(shape), values.length));
    }
    Tensor tensor = torch.empty(shape);
    if (values.length > 0) {
      try (FloatPointer data = tensor.data_ptr_float()) {
        data.put(values);
      }
    }
    return tensor;
  }

  /** A tensor of one value and no dimensions. */
  public static Tensor scalar(double value) {
    return torch.full(new long[0], new Scalar((float) value));
  }

  /** A copy of a float tensor's values, row-major whatever its memory layout. */
  public static float[] toArray(Tensor tensor) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor plain = tensor.detach().to(torch.ScalarType.Float).contiguous();
      float[] values = new float[Math.toIntExact(plain.numel())];
      if (values.length > 0) {
        plain.data_ptr_float().get(values);
      }
      return values;
    }
  }

  /** The value of a tensor that has just one. */
  public static double item(Tensor tensor) {
    float[] values = toArray(tensor);
    if (values.length != 1) {
      throw new IllegalArgumentException("one value expected, found " + values.length);
    }
    return values[0];
  }

  /** The sizes of all dimensions. */
  public static long[] shape(Tensor tensor) {
    long[] shape = new long[Math.toIntExact(tensor.dim())];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.size(i);
    }
    return shape;
  }

  /** Overwrites a tensor's values in place, keeping its shape and memory layout. */
  public static void assign(Tensor target, float[] values) {
    try (TensorScope scope = TensorScope.open();
        GradientMode off = GradientMode.off()) {
      target.copy_(of(values, shape(target)));
    }
  }

  /**
   * A copy of images or convolution weights, channel index fastest in memory: a network whose films
   * and weights are all laid out so trains about twice as fast.
   *
   * <p>A film of one channel, or a weight of one by one, fits both layouts as it is, and LibTorch
   * then takes it by its strides for the other one, with all that follows from it: hence a copy,
   * whose strides tell.
   *
   * @param tensor {@code [N,C,h,w]}
   */
  public static Tensor channelsLast(Tensor tensor) {
    return tensor.clone(new MemoryFormatOptional(torch.MemoryFormat.ChannelsLast));
  }

  /** A tensor where LibTorch takes one or none. */
  public static TensorOptional optional(Tensor tensor) {
    return new TensorOptional(tensor);
  }

  /** None where LibTorch takes a tensor or none. */
  public static TensorOptional none() {
    return new TensorOptional();
  }

  /** Tensors as LibTorch's list. */
  public static TensorVector vector(List<Tensor> tensors) {
    return new TensorVector(tensors.toArray(new Tensor[0]));
  }

  private static long count(long... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
