package org.strnet.inference;

import ai.onnxruntime.OnnxTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Input tensors that wait for their next film: direct memory is costly to make, so each caller
 * takes a set, fills it, runs, and gives it back. As many sets exist as callers ever ran at once.
 */
final class InputBuffers implements AutoCloseable {

  private final ConcurrentLinkedQueue<Inputs> idle = new ConcurrentLinkedQueue<>();

  /** A set that nobody else uses until it is given back. */
  Inputs take(Supplier<Inputs> maker) {
    Inputs inputs = idle.poll();
    return inputs == null ? maker.get() : inputs;
  }

  /** Lets the next caller use the set. */
  void giveBack(Inputs inputs) {
    idle.add(inputs);
  }

  @Override
  public void close() {
    for (Inputs inputs = idle.poll(); inputs != null; inputs = idle.poll()) {
      inputs.tensors.values().forEach(OnnxTensor::close);
    }
  }

  /** One film's input tensors by name, each over direct memory of its own. */
  static final class Inputs {

    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    private final Map<String, FloatBuffer> memory = new LinkedHashMap<>();

    /** Adds a tensor of a shape. */
    void add(String name, long... shape) {
      long count = 1;
      for (long size : shape) {
        count = Math.multiplyExact(count, size);
      }
      int bytes = Math.toIntExact(count * Float.BYTES);
      FloatBuffer buffer =
          ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
      memory.put(name, buffer);
      tensors.put(name, OnnxNetwork.tensor(buffer, shape));
    }

    /** Fills a tensor. */
    void put(String name, float[] values) {
      memory.get(name).put(0, values);
    }

    /** The tensors by name. */
    Map<String, OnnxTensor> tensors() {
      return tensors;
    }
  }
}
