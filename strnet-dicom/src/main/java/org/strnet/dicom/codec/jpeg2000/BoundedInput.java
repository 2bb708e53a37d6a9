package org.strnet.dicom.codec.jpeg2000;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A stream for the library that damage cannot keep it reading for ever. Behind the end come zeros:
 * the library takes the -1 of other streams for bits that are all 1, and prints exceptions. It
 * reads FFFF in a packet header for ever; no header holds that, and the second FF is given as 0.
 * Either makes the stream a damaged one, whatever is decoded from it. How much is read in all is
 * bounded, because damage can send the library back to the same bytes.
 */
final class BoundedInput extends ImageInputStreamImpl {

  private static final long READS_PER_BYTE = 16;
  private static final long FEWEST_READS = 1 << 16;

  private final byte[] bytes;
  private long readsLeft;
  private long afterFf = -1;
  private boolean damaged;

  /**
   * @param bytes not copied
   */
  BoundedInput(byte[] bytes) {
    this.bytes = bytes;
    readsLeft = FEWEST_READS + READS_PER_BYTE * bytes.length;
  }

  /** Whether the library read what the stream does not hold. */
  boolean isDamaged() {
    return damaged;
  }

  @Override
  public int read() throws IOException {
    checkClosed();
    bitOffset = 0;
    spend(1);
    int value = 0;
    if (streamPos >= bytes.length) {
      damaged = true;
    } else {
      value = bytes[(int) streamPos] & 0xff;
    }
    if (value == 0xff && afterFf == streamPos) {
      damaged = true;
      value = 0;
    }
    streamPos++;
    afterFf = value == 0xff ? streamPos : -1;
    return value;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    spend(length);
    for (int i = 0; i < length; i++) {
      boolean held = streamPos < bytes.length;
      to[offset + i] = held ? bytes[(int) streamPos] : 0;
      damaged |= !held;
      streamPos++;
    }
    return length;
  }

  private void spend(int reads) throws IOException {
    readsLeft -= reads;
    if (readsLeft < 0) {
      throw new IOException("the same bytes again and again");
    }
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
