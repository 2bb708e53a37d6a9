package org.strnet.spark.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.strnet.spark.inventory.ArchivedFile;

/**
 * Films that one task screens one after another.
 *
 * @param films at least one
 */
record Pack(List<ArchivedFile> films) implements Serializable {

  /** What a task that is lost costs: some seconds of a core. */
  private static final int MOST_FILMS = 32;

  private static final long MOST_BYTES = 256L << 20;

  /** Tasks per core, so that cores finish a batch at about the same time. */
  private static final int TASKS_PER_CORE = 8;

  /** Copies the list. */
  Pack {
    films = new ArrayList<>(films);
  }

  /**
   * Cuts a batch into packs. The largest films come first, so that none of them is left over when
   * the other cores are done.
   *
   * @param films of a batch
   * @param cores of all executors, at least 1
   */
  static List<Pack> of(List<ArchivedFile> films, int cores) {
    int most = Math.max(1, Math.min(MOST_FILMS, films.size() / (TASKS_PER_CORE * cores)));
    List<ArchivedFile> sorted = new ArrayList<>(films);
    sorted.sort(
        Comparator.comparingLong(ArchivedFile::bytes).reversed().thenComparing(ArchivedFile::key));
    List<Pack> packs = new ArrayList<>();
    List<ArchivedFile> pack = new ArrayList<>();
    long bytes = 0;
    for (ArchivedFile film : sorted) {
      if (!pack.isEmpty() && (pack.size() == most || bytes + film.bytes() > MOST_BYTES)) {
        packs.add(new Pack(pack));
        pack.clear();
        bytes = 0;
      }
      pack.add(film);
      bytes += Math.max(0, film.bytes());
    }
    if (!pack.isEmpty()) {
      packs.add(new Pack(pack));
    }
    return packs;
  }
}
