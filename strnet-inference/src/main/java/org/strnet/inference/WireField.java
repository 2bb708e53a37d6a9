package org.strnet.inference;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** One field of a message in the wire format of protocol buffers. */
final class WireField {

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH_PREFIXED = 2;
  private static final int FOUR_BYTES = 5;
  private static final int MORE = 0x80;

  private final int key;
  private final ByteBuffer content;

  private WireField(int key, ByteBuffer content) {
    this.key = key;
    this.content = content;
  }

  /**
   * The fields of a message, in their order.
   *
   * @throws IllegalArgumentException when it is none
   */
  static List<WireField> of(byte[] message) {
    ByteBuffer bytes = ByteBuffer.wrap(message);
    List<WireField> fields = new ArrayList<>();
    try {
      while (bytes.hasRemaining()) {
        int key = (int) varint(bytes);
        int start = bytes.position();
        long length =
            switch (key & 7) {
              case VARINT -> lengthOfVarint(bytes);
              case EIGHT_BYTES -> Long.BYTES;
              case FOUR_BYTES -> Integer.BYTES;
              case LENGTH_PREFIXED -> varint(bytes);
              default -> throw new IllegalArgumentException("no field of type " + (key & 7));
            };
        int from = (key & 7) == VARINT ? start : bytes.position();
        fields.add(new WireField(key, bytes.slice(from, Math.toIntExact(length))));
        bytes.position(from + (int) length);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new IllegalArgumentException("a field ends too early", e);
    }
    return fields;
  }

  /** Its number. */
  int number() {
    return key >>> 3;
  }

  /** What it holds: the bytes of a text or a message, or the bytes of a number. */
  byte[] content() {
    byte[] copy = new byte[content.remaining()];
    content.duplicate().get(copy);
    return copy;
  }

  /** The same field of other content. */
  WireField withContent(byte[] other) {
    return new WireField(key, ByteBuffer.wrap(other));
  }

  /** Writes it, with its number. */
  void writeTo(ByteArrayOutputStream out) {
    varint(out, key);
    if ((key & 7) == LENGTH_PREFIXED) {
      varint(out, content.remaining());
    }
    out.write(content.array(), content.arrayOffset() + content.position(), content.remaining());
  }

  private static int lengthOfVarint(ByteBuffer bytes) {
    int start = bytes.position();
    varint(bytes);
    return bytes.position() - start;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while ((next & MORE) != 0 && shift < Long.SIZE);
    return value;
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest >= MORE) {
      out.write(rest | MORE);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
