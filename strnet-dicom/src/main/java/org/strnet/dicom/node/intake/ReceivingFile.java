package org.strnet.dicom.node.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in {@code incoming/} that holds whatever is read through it. A failing disk is told from a
 * failing sender by the {@link DiskException}.
 */
final class ReceivingFile extends FilterInputStream {

  /** The disk fails, not the stream. */
  static final class DiskException extends IOException {
    private static final long serialVersionUID = 1L;

    DiskException(IOException cause) {
      super("the disk takes no more", cause);
    }
  }

  /** The object is longer than allowed. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
      super("an object has at most %d bytes".formatted(limit));
    }
  }

  private final Path path;
  private final FileChannel channel;
  private final long limit;
  private long written;

  ReceivingFile(InputStream in, Path path, long limit) throws DiskException {
    super(in);
    this.path = path;
    this.limit = limit;
    try {
      channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n > 0) {
      write(ByteBuffer.wrap(bytes, offset, n));
    }
    return n;
  }

  private void write(ByteBuffer buffer) throws IOException {
    written += buffer.remaining();
    if (written > limit) {
      throw new TooLargeException(limit);
    }
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }

  /** Bytes so far. */
  long written() {
    return written;
  }

  /** Forces the bytes to disk. */
  void force() throws DiskException {
    try {
      channel.force(false);
      channel.close();
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  /** Closes and deletes the file; does nothing where it was moved. */
  void discard() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The next start empties the folder.
    }
  }

  Path path() {
    return path;
  }

  /** The stream belongs to the caller. */
  @Override
  public void close() {}
}
