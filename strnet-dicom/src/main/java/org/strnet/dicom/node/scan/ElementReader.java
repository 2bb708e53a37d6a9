package org.strnet.dicom.node.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Numbers, tags and lengths of a stream, with a small buffer of its own. */
final class ElementReader {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final long limit;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private long before;
  private boolean bigEndian;

  /**
   * @param in the bytes
   * @param limit most bytes that may be read
   */
  ElementReader(InputStream in, long limit) {
    this.in = in;
    this.limit = limit;
  }

  void bigEndian(boolean value) {
    bigEndian = value;
  }

  /** Bytes consumed. */
  long offset() {
    return before + position;
  }

  /** Whether the stream ends here. */
  boolean atEnd() throws IOException {
    return position == end && !fill();
  }

  /** What is left in the buffer and behind it; this reader is not used any more. */
  InputStream rest() {
    return new java.io.SequenceInputStream(
        new java.io.ByteArrayInputStream(buffer, position, end - position), in);
  }

  /** Two bytes ahead as an unsigned little endian number, or -1 at the end. */
  int peekShort() throws IOException {
    if (end - position < 2 && !ensure(2)) {
      return -1;
    }
    return (buffer[position] & 0xFF) | (buffer[position + 1] & 0xFF) << 8;
  }

  int unsignedShort() throws IOException {
    require(2);
    int a = buffer[position++] & 0xFF;
    int b = buffer[position++] & 0xFF;
    return bigEndian ? a << 8 | b : b << 8 | a;
  }

  /** A tag: group in the upper half. */
  int tag() throws IOException {
    int group = unsignedShort();
    return group << 16 | unsignedShort();
  }

  /** An unsigned number of 32 bits. */
  long unsignedInt() throws IOException {
    int a = unsignedShort();
    int b = unsignedShort();
    return bigEndian ? (long) a << 16 | b : (long) b << 16 | a;
  }

  byte[] bytes(int count) throws IOException {
    byte[] value = new byte[count];
    int done = 0;
    while (done < count) {
      require(1);
      int n = Math.min(count - done, end - position);
      System.arraycopy(buffer, position, value, done, n);
      position += n;
      done += n;
    }
    return value;
  }

  /** Passes over bytes, which the digest sees where there is one. */
  void pass(long count, Optional<MessageDigest> digest) throws IOException {
    long left = count;
    while (left > 0) {
      require(1);
      int n = (int) Math.min(left, end - position);
      if (digest.isPresent()) {
        digest.get().update(buffer, position, n);
      }
      position += n;
      left -= n;
    }
  }

  private void require(int count) throws IOException {
    if (end - position < count && !ensure(count)) {
      throw new EOFException();
    }
  }

  private boolean ensure(int count) throws IOException {
    if (position > BUFFER - count) {
      System.arraycopy(buffer, position, buffer, 0, end - position);
      before += position;
      end -= position;
      position = 0;
    }
    while (end - position < count) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (position == end) {
      before += position;
      position = 0;
      end = 0;
    }
    int n = in.read(buffer, end, BUFFER - end);
    if (n <= 0) {
      return false;
    }
    end += n;
    if (before + end > limit) {
      throw new MalformedObjectException("more than %d bytes".formatted(limit));
    }
    return true;
  }
}
