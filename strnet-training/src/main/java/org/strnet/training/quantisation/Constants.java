package org.strnet.training.quantisation;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Makes constants of a graph; the last dimension is the fastest. */
final class Constants {

  private Constants() {}

  /** Numbers of 32 bits; a scalar has no dimensions. */
  static TensorProto floats(String name, List<Long> shape, float... values) {
    ByteBuffer bytes = room(values.length);
    bytes.asFloatBuffer().put(values);
    return tensor(name, DataType.FLOAT, shape, bytes);
  }

  /** Integers of 32 bits. */
  static TensorProto ints(String name, List<Long> shape, int... values) {
    ByteBuffer bytes = room(values.length);
    bytes.asIntBuffer().put(values);
    return tensor(name, DataType.INT32, shape, bytes);
  }

  /** Signed bytes. */
  static TensorProto bytes(String name, List<Long> shape, byte... values) {
    return tensor(name, DataType.INT8, shape, ByteBuffer.wrap(values));
  }

  /** One unsigned byte, 0 to 255. */
  static TensorProto unsignedByte(String name, int value) {
    return tensor(name, DataType.UINT8, List.of(), ByteBuffer.wrap(new byte[] {(byte) value}));
  }

  private static ByteBuffer room(int values) {
    return ByteBuffer.allocate(values * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static TensorProto tensor(
      String name, DataType type, List<Long> shape, ByteBuffer bytes) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(type.getNumber())
        .addAllDims(shape)
        .setRawData(ByteString.copyFrom(bytes))
        .build();
  }
}
