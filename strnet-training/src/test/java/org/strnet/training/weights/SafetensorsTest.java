package org.strnet.training.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.strnet.provenance.BadInputException;

class SafetensorsTest {

  @TempDir Path folder;

  private Path file(String header, int dataLength) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + dataLength);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json);
    return Files.write(folder.resolve("weights.safetensors"), bytes.array());
  }

  @Test
  void tensors_and_metadata_come_back_bit_for_bit_and_in_order() throws IOException {
    float[] odd = {-0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 0.1f};
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    tensors.put("z", new StoredTensor(new long[] {2, 3}, odd));
    tensors.put("a", new StoredTensor(new long[0], new float[] {7}));
    tensors.put("empty", new StoredTensor(new long[] {0, 4}, new float[0]));
    Path path = folder.resolve("w.safetensors");
    Safetensors.write(path, new TensorFile(Map.of("who", "\u00e9 \"quoted\""), tensors));

    TensorFile read = Safetensors.read(path);
    assertThat(read.metadata()).containsExactly(Map.entry("who", "\u00e9 \"quoted\""));
    assertThat(read.tensors().get("z").shape()).containsExactly(2, 3);
    assertThat(bits(read.tensors().get("z").values())).containsExactly(bits(odd));
    assertThat(read.tensors().get("a").values()).containsExactly(7);
    assertThat(read.tensors().get("empty").shape()).containsExactly(0, 4);
    assertThat(folder.toFile().list()).containsExactly("w.safetensors");
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }

  @Test
  void a_file_written_elsewhere_is_read() throws IOException {
    // From the format's description: header of 64 bytes, two little-endian floats 1 and -2.
    String header = "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}       ";
    Path path = file(header, 8);
    byte[] bytes = Files.readAllBytes(path);
    bytes[bytes.length - 5] = 0x3f;
    bytes[bytes.length - 6] = (byte) 0x80;
    bytes[bytes.length - 1] = (byte) 0xc0;
    Files.write(path, bytes);
    assertThat(Safetensors.read(path).tensors().get("t").values()).containsExactly(1, -2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "not JSON at all | 0 | not JSON",
        "[1, 2] | 0 | JSON object",
        "{\"t\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}} | 8 | t must be F32, found I64",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | 8 | tensor t: shape",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,4],\"data_offsets\":[0,8]}} | 8 | tensor t",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | 8 | tensor t",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | 8 | tensor t",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2]}} | 8 | tensor t",
        "{\"t\":{\"shape\":[2],\"data_offsets\":[0,8]}} | 8 | tensor t",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 4 | 4 follow",
        "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 9 | 9 follow",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}} | 12 | tensor b must begin at byte 8",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}} | 12 | tensor b must begin at byte 4",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | not JSON",
        "{\"__metadata__\":{\"n\":1}} | 0 | metadata must be text"
      })
  void a_malformed_file_is_refused_by_name(String header, int dataLength, String says)
      throws IOException {
    Path path = file(header, dataLength);
    assertThatThrownBy(() -> Safetensors.read(path))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("weights.safetensors: ")
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource({"7, 8 bytes or more", "8, does not fit"})
  void a_truncated_header_is_refused(int length, String says) throws IOException {
    Path path = folder.resolve("short.safetensors");
    Files.write(path, new byte[length]);
    assertThatThrownBy(() -> Safetensors.read(path))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(says);
  }

  @Test
  void a_header_longer_than_the_file_is_refused_before_it_is_read() throws IOException {
    Path path = folder.resolve("long.safetensors");
    Files.write(path, new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, '{', '}'});
    assertThatThrownBy(() -> Safetensors.read(path))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("9223372036854775807");
  }

  @Test
  void ignored_tensors_may_have_any_type() throws IOException {
    Path path = file("{\"n\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}", 8);
    assertThat(Safetensors.read(path, name -> name.equals("n")).tensors()).isEmpty();
  }
}
