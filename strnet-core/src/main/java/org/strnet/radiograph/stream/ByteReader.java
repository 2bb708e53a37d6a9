package org.strnet.radiograph.stream;

/** Big-endian numbers of a stream, each read within bounds. */
public final class ByteReader {

  private final byte[] bytes;
  private final int end;
  private int position;

  /** The whole of an array, which is not copied. */
  public ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ByteReader(byte[] bytes, int position, int end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  /** The array behind this reader. */
  public byte[] array() {
    return bytes;
  }

  /** Index of the next byte in the array. */
  public int position() {
    return position;
  }

  /** Bytes that are left. */
  public int remaining() {
    return end - position;
  }

  /** Goes to an index of the array. */
  public void position(int index) {
    if (index < 0 || index > end) {
      throw truncated();
    }
    position = index;
  }

  /** The next byte, 0 to 255. */
  public int uint8() {
    if (position >= end) {
      throw truncated();
    }
    return bytes[position++] & 0xff;
  }

  /** The next two bytes, 0 to 65535. */
  public int uint16() {
    int high = uint8();
    return high << 8 | uint8();
  }

  /** The next four bytes, 0 to 2^32 - 1. */
  public long uint32() {
    long high = uint16();
    return high << 16 | uint16();
  }

  /** Passes over bytes. */
  public void skip(int count) {
    if (count < 0 || count > remaining()) {
      throw truncated();
    }
    position += count;
  }

  /** The payload of a marker segment, whose two bytes of length come next; passes over it. */
  public ByteReader segment() {
    int length = uint16();
    if (length < 2 || length - 2 > remaining()) {
      throw new DamagedStreamException(
          "a segment must end within the stream, found a length of %d where %d bytes are left"
              .formatted(length, remaining() + 2));
    }
    ByteReader segment = new ByteReader(bytes, position, position + length - 2);
    position += length - 2;
    return segment;
  }

  /** The second byte of the next marker, which may follow fill bytes (T.81, B.1.1.2). */
  public int marker() {
    int first = uint8();
    if (first != 0xff) {
      throw new DamagedStreamException("a marker must start with FF, found %02X".formatted(first));
    }
    int code = uint8();
    while (code == 0xff) {
      code = uint8();
    }
    return code;
  }

  private DamagedStreamException truncated() {
    return new DamagedStreamException(
        "the stream must be complete, found its end after %d bytes".formatted(end));
  }
}
