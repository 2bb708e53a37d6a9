package org.strnet.dicom.node.intake;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.strnet.dicom.node.queue.NodeFolder;

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

  /** Sealing ends with the stream; the file is open until it is forced. */
  private static final class KeptOpen extends FilterOutputStream {
    KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {}
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
  private final OutputStream out;
  private final long limit;
  private long written;

  ReceivingFile(InputStream in, NodeFolder folder, long limit) throws DiskException {
    super(in);
    path = folder.newPart();
    this.limit = limit;
    try {
      channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DiskException(e);
    }
    try {
      out = folder.sealingObject(new KeptOpen(Channels.newOutputStream(channel)));
    } catch (IOException e) {
      discard();
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
      write(bytes, offset, n);
    }
    return n;
  }

  private void write(byte[] bytes, int offset, int length) throws IOException {
    written += length;
    if (written > limit) {
      throw new TooLargeException(limit);
    }
    try {
      out.write(bytes, offset, length);
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
      out.close();
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
