package org.strnet.training.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.strnet.provenance.BadInputException;

/**
 * The safetensors format (huggingface/safetensors, format description): 8 bytes little-endian
 * header length, JSON header, data. Float32 only, bit for bit.
 */
public final class Safetensors {

  private static final String FLOAT32 = "F32";

  /** The format's own limit of a header. */
  private static final long LONGEST_HEADER = 100_000_000;

  private Safetensors() {}

  /**
   * Reads a file.
   *
   * @param ignored names of tensors that are neither read nor checked for their type
   * @throws BadInputException if it is not a safetensors file, or a tensor is not float32
   */
  public static TensorFile read(Path path, Predicate<String> ignored) throws IOException {
    String source = String.valueOf(path.getFileName());
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long rest = channel.size() - Long.BYTES;
      if (rest < 0) {
        throw new BadInputException(
            source, "a safetensors file has 8 bytes or more, found " + channel.size());
      }
      long headerLength = bytes(channel, 0, Long.BYTES).getLong();
      if (headerLength < 2 || headerLength > Math.min(rest, LONGEST_HEADER)) {
        throw new BadInputException(
            source,
            "a header of %s bytes does not fit a safetensors file of %d bytes"
                .formatted(Long.toUnsignedString(headerLength), channel.size()));
      }
      byte[] json = bytes(channel, Long.BYTES, (int) headerLength).array();
      var header = SafetensorsHeader.parse(source, json, rest - headerLength);
      Map<String, StoredTensor> tensors = new LinkedHashMap<>();
      for (SafetensorsHeader.Entry entry : header.entries()) {
        if (!ignored.test(entry.name())) {
          tensors.put(entry.name(), tensor(source, channel, Long.BYTES + headerLength, entry));
        }
      }
      return new TensorFile(header.metadata(), tensors);
    }
  }

  /** Reads a file with all its tensors. */
  public static TensorFile read(Path path) throws IOException {
    return read(path, name -> false);
  }

  private static StoredTensor tensor(
      String source, FileChannel channel, long dataStart, SafetensorsHeader.Entry entry)
      throws IOException {
    if (!entry.type().equals(FLOAT32)) {
      throw new BadInputException(
          source, "tensor %s must be F32, found %s".formatted(entry.name(), entry.type()));
    }
    long length = entry.end() - entry.begin();
    if (length > Integer.MAX_VALUE || !holds(entry.shape(), length)) {
      throw new BadInputException(
          source,
          "tensor %s: shape and %d bytes of data do not agree".formatted(entry.name(), length));
    }
    float[] values = new float[(int) (length / Float.BYTES)];
    bytes(channel, dataStart + entry.begin(), (int) length).asFloatBuffer().get(values);
    return new StoredTensor(entry.shape(), values);
  }

  private static boolean holds(long[] shape, long length) {
    try {
      return Math.multiplyExact(StoredTensor.count(shape), Float.BYTES) == length;
    } catch (ArithmeticException overflow) {
      return false;
    }
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("the file ended while it was read");
      }
    }
    return buffer.flip();
  }

  /**
   * Writes a file beside the target and moves it into place, so that a reader finds the old file or
   * the new one; an existing file is replaced.
   */
  public static void write(Path path, TensorFile file) throws IOException {
    List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    long end = 0;
    for (Map.Entry<String, StoredTensor> tensor : file.tensors().entrySet()) {
      long[] shape = tensor.getValue().shape();
      long begin = end;
      end += StoredTensor.count(shape) * Float.BYTES;
      entries.add(new SafetensorsHeader.Entry(tensor.getKey(), FLOAT32, shape, begin, end));
    }
    byte[] json = new SafetensorsHeader(file.metadata(), entries).toJson();
    Path partial = path.resolveSibling(path.getFileName() + ".partial");
    try (FileChannel channel =
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(channel, littleEndian(Long.BYTES).putLong(json.length).flip());
      write(channel, ByteBuffer.wrap(json));
      for (StoredTensor tensor : file.tensors().values()) {
        float[] values = tensor.values();
        ByteBuffer data = littleEndian(values.length * Float.BYTES);
        data.asFloatBuffer().put(values);
        write(channel, data);
      }
    }
    Files.move(partial, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void write(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
