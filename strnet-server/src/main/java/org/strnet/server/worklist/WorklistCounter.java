package org.strnet.server.worklist;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts all films. Counting a large table takes longer than a page may, so a count that took a
 * while is shown for twenty times as long: few films are counted every time, and many never take
 * more than a twentieth of the database's time.
 */
@Component
public class WorklistCounter {

  private static final int REUSED = 20;

  /** Below this a count costs less than remembering it would puzzle. */
  private static final long AT_ONCE = TimeUnit.MILLISECONDS.toNanos(5);

  private final JdbcClient database;
  private Optional<Counted> last = Optional.empty();

  WorklistCounter(JdbcClient database) {
    this.database = database;
  }

  private record Counted(WorklistCounts counts, long finished, long took) {

    boolean isFresh() {
      return took > AT_ONCE && System.nanoTime() - finished < REUSED * took;
    }
  }

  /** The counts, at most as old as twenty times what counting takes. */
  public synchronized WorklistCounts counts() {
    Optional<Counted> fresh = last.filter(Counted::isFresh);
    if (fresh.isPresent()) {
      return fresh.get().counts();
    }
    long start = System.nanoTime();
    WorklistCounts counts = count();
    long end = System.nanoTime();
    last = Optional.of(new Counted(counts, end, end - start));
    return counts;
  }

  /** Forgets what was counted, after many films changed at once by somebody who now looks. */
  public synchronized void forget() {
    last = Optional.empty();
  }

  private WorklistCounts count() {
    Map<WorklistGroup, Long> groups = new EnumMap<>(WorklistGroup.class);
    database
        .sql("select outcome, decision, count(*) from film group by outcome, decision")
        .query(
            row -> {
              WorklistGroup group =
                  WorklistGroup.of(
                      Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2)));
              groups.merge(group, row.getLong(3), Long::sum);
            });
    long unread =
        database.sql("select count(*) from film where read_at is null").query(Long.class).single();
    List<String> sites =
        database
            .sql("select distinct site from film where site <> '' order by site")
            .query(String.class)
            .list();
    return new WorklistCounts(groups, unread, sites);
  }
}
