package org.strnet.spark.film;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.node.pull.WebFilms;
import org.strnet.spark.inventory.ArchivedFile;
import org.strnet.spark.storage.Places;

/** The bytes of one file, the first of them before the others. */
final class FilmSource implements AutoCloseable {

  /** Holds nearly every header, and is one read of most storages. */
  private static final int BEGINNING = 1 << 16;

  /**
   * How often a film of a DICOMweb archive is asked for, and what is waited after the first time.
   */
  private static final int TRIES = 3;

  private static final int PAUSE_SECONDS = 2;

  private final InputStream in;
  private final long size;
  private final byte[] beginning;

  private FilmSource(InputStream in, long size) throws IOException {
    this.in = in;
    this.size = size;
    this.beginning = in.readNBytes(BEGINNING);
  }

  static FilmSource open(ArchivedFile file, Configuration storage) throws IOException {
    Path path = new Path(file.path());
    var local = Places.local(path);
    InputStream in =
        local.isPresent()
            ? Files.newInputStream(local.get())
            : path.getFileSystem(storage).open(path);
    try {
      return new FilmSource(in, file.bytes());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** A film of a DICOMweb archive: fetched whole, since no archive gives a part. */
  static FilmSource fetched(String url, WebFilms archive) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        byte[] film = archive.film(url, (int) DicomFile.MOST_BYTES + 1);
        return new FilmSource(new ByteArrayInputStream(film), film.length);
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw e;
        }
        pause(attempt * PAUSE_SECONDS);
      }
    }
  }

  private static void pause(int seconds) throws IOException {
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The first bytes. */
  byte[] beginning() {
    return beginning;
  }

  /** How many bytes there are, as the inventory or the archive says; negative if not known. */
  long size() {
    return size;
  }

  /** All bytes; the file may have changed since it was listed. */
  byte[] all() throws IOException {
    int rest = (int) Math.max(0, Math.min(Integer.MAX_VALUE - 8L, size) - beginning.length);
    byte[] bytes = Arrays.copyOf(beginning, beginning.length + rest);
    int read = in.readNBytes(bytes, beginning.length, rest);
    return read == rest ? bytes : Arrays.copyOf(bytes, beginning.length + read);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
