package org.strnet.server.operation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what went through, in the database. */
@Component
public class ThroughputFigures {

  private static final int HOURS = 24;
  private static final int SECONDS = 3600;

  private final JdbcClient database;
  private final Clock clock;

  ThroughputFigures(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Over the time until now. */
  public Throughput last(Duration time) {
    Instant now = Instant.now(clock);
    Timestamp from = Timestamp.from(now.minus(time));
    Map<String, Long> outcomes = new HashMap<>();
    database
        .sql(
            "select outcome, count(*) n from result where cause = 'ARRIVAL' and made_at >= ?"
                + " group by outcome")
        .param(from)
        .query(
            row -> {
              outcomes.put(row.getString("outcome"), row.getLong("n"));
            });
    long arrived =
        database
            .sql("select count(*) from film where arrived_at >= ?")
            .param(from)
            .query(Long.class)
            .single();
    return new Throughput(
        arrived,
        outcomes.getOrDefault("assessed", 0L),
        outcomes.getOrDefault("not_assessable", 0L),
        outcomes.getOrDefault("failed", 0L),
        hours(now));
  }

  private List<Long> hours(Instant now) {
    long current = now.getEpochSecond() / SECONDS;
    Map<Long, Long> counted = new HashMap<>();
    database
        .sql(
            "select cast(floor(extract(epoch from made_at) / 3600) as bigint) h, count(*) n"
                + " from result where cause = 'ARRIVAL' and made_at >= ?"
                + " group by cast(floor(extract(epoch from made_at) / 3600) as bigint)")
        .param(Timestamp.from(Instant.ofEpochSecond((current - HOURS + 1) * SECONDS)))
        .query(
            row -> {
              counted.put(row.getLong("h"), row.getLong("n"));
            });
    List<Long> hours = new ArrayList<>();
    for (long hour = current - HOURS + 1; hour <= current; hour++) {
      hours.add(counted.getOrDefault(hour, 0L));
    }
    return hours;
  }
}
