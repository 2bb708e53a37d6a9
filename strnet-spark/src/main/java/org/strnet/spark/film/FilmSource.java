package org.strnet.spark.film;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.strnet.spark.storage.Places;

/** The bytes of one file, the first of them before the others. */
final class FilmSource implements AutoCloseable {

  /** Holds nearly every header, and is one read of most storages. */
  private static final int BEGINNING = 1 << 16;

  private final InputStream in;
  private final byte[] beginning;

  private FilmSource(InputStream in) throws IOException {
    this.in = in;
    this.beginning = in.readNBytes(BEGINNING);
  }

  static FilmSource open(String place, Configuration storage) throws IOException {
    Path path = new Path(place);
    var local = Places.local(path);
    InputStream in =
        local.isPresent()
            ? Files.newInputStream(local.get())
            : path.getFileSystem(storage).open(path);
    try {
      return new FilmSource(in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The first bytes. */
  byte[] beginning() {
    return beginning;
  }

  /**
   * All bytes.
   *
   * @param expected as the inventory says; the file may have changed since
   */
  byte[] all(long expected) throws IOException {
    int rest = (int) Math.max(0, Math.min(Integer.MAX_VALUE - 8L, expected) - beginning.length);
    byte[] bytes = Arrays.copyOf(beginning, beginning.length + rest);
    int read = in.readNBytes(bytes, beginning.length, rest);
    return read == rest ? bytes : Arrays.copyOf(bytes, beginning.length + read);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
