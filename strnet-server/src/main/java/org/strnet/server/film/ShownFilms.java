package org.strnet.server.film;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.strnet.dicom.film.DicomFile;

/**
 * Films ready to be shown. The last ones are kept in memory, compressed, up to a bound; few are
 * decoded at once, since a film takes much memory while it is.
 */
@Component
public class ShownFilms {

  private static final long MOST_BYTES = 128L << 20;
  private static final int AT_ONCE = 2;

  private final FilmVault vault;
  private final Semaphore decoders = new Semaphore(AT_ONCE);
  private final Map<String, ShownFilm> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final long mostBytes;
  private long bytes;

  @org.springframework.beans.factory.annotation.Autowired
  ShownFilms(FilmVault vault) {
    this(vault, MOST_BYTES);
  }

  ShownFilms(FilmVault vault, long mostBytes) {
    this.vault = vault;
    this.mostBytes = mostBytes;
  }

  /**
   * A film as it is meant to be shown.
   *
   * @throws org.strnet.radiograph.NotAssessableException when it has no pixels that can be shown
   */
  public ShownFilm of(Film film) {
    Optional<ShownFilm> known = known(film.file());
    if (known.isPresent()) {
      return known.get();
    }
    decoders.acquireUninterruptibly();
    try {
      return known(film.file()).orElseGet(() -> decode(film.file()));
    } finally {
      decoders.release();
    }
  }

  private synchronized Optional<ShownFilm> known(String file) {
    return Optional.ofNullable(kept.get(file));
  }

  private ShownFilm decode(String file) {
    ShownFilm shown = ShownFilm.of(DicomFile.read(vault.bytes(file)));
    keep(file, shown);
    return shown;
  }

  private synchronized void keep(String file, ShownFilm shown) {
    ShownFilm before = kept.put(file, shown);
    bytes += shown.compressed().length - (before == null ? 0 : before.compressed().length);
    Iterator<ShownFilm> oldest = kept.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      bytes -= oldest.next().compressed().length;
      oldest.remove();
    }
  }

  /** Bytes of what is kept. */
  synchronized long keptBytes() {
    return bytes;
  }
}
