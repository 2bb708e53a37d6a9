package org.strnet.server.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.strnet.dicom.node.queue.QueueCounts;
import org.strnet.server.screening.NodeService;

/** Counts of films and of the node's queue, counted anew at most every ten seconds. */
@Component
class RoomCounts {

  private static final Duration FRESH = Duration.ofSeconds(10);

  private final JdbcClient database;
  private final NodeService node;
  private final Clock clock;
  private Instant countedAt = Instant.MIN;
  private Map<String, Long> films = Map.of();
  private QueueCounts queue = new QueueCounts(Map.of(), Map.of(), Map.of(), 0);

  RoomCounts(JdbcClient database, NodeService node, Clock clock) {
    this.database = database;
    this.node = node;
    this.clock = clock;
  }

  /**
   * Films by outcome: refer, not_flagged, not_assessable, failed, or waiting where there is none
   * yet.
   */
  synchronized Map<String, Long> films() {
    count();
    return films;
  }

  /** The node's queue. */
  synchronized QueueCounts queue() {
    count();
    return queue;
  }

  private void count() {
    Instant now = Instant.now(clock);
    if (countedAt.isAfter(now.minus(FRESH))) {
      return;
    }
    Map<String, Long> counted = new HashMap<>();
    database
        .sql(
            "select coalesce(decision, outcome, 'waiting') as what, count(*) as films from film"
                + " group by coalesce(decision, outcome, 'waiting')")
        .query(
            (RowCallbackHandler) row -> counted.put(row.getString("what"), row.getLong("films")));
    films = Map.copyOf(counted);
    queue = node.node().status().counts();
    countedAt = now;
  }
}
