package org.strnet.dicom.codec.jpeg2000;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A stream for the library. Its end is an exception: the library takes the -1 of other streams for
 * bits that are all 1 and reads them for ever. How much is read in all is bounded too, because a
 * damaged stream can send the library back to the same bytes again and again.
 */
final class BoundedInput extends ImageInputStreamImpl {

  private static final long READS_PER_BYTE = 16;
  private static final long FEWEST_READS = 1 << 16;

  private final byte[] bytes;
  private long readsLeft;

  /**
   * @param bytes not copied
   */
  BoundedInput(byte[] bytes) {
    this.bytes = bytes;
    readsLeft = FEWEST_READS + READS_PER_BYTE * bytes.length;
  }

  @Override
  public int read() throws IOException {
    checkClosed();
    bitOffset = 0;
    spend(1);
    return bytes[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    spend(1);
    int count = (int) Math.min(length, bytes.length - streamPos);
    readsLeft -= count;
    System.arraycopy(bytes, (int) streamPos, to, offset, count);
    streamPos += count;
    return count;
  }

  private void spend(int reads) throws IOException {
    if (streamPos >= bytes.length) {
      throw new EOFException("an end after %d bytes".formatted(bytes.length));
    }
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
