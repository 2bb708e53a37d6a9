package org.strnet.server.operation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.strnet.server.configuration.SecuritySettings;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmRegister;

/** Deletes films that are older than the site keeps them; off unless the site says how long. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class Retention {

  private static final Logger LOG = System.getLogger(Retention.class.getName());

  private final SecuritySettings settings;
  private final FilmErasure erasure;
  private final JdbcClient database;
  private final Clock clock;

  Retention(SecuritySettings settings, FilmErasure erasure, JdbcClient database, Clock clock) {
    this.settings = settings;
    this.erasure = erasure;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Deletes what is too old now; every hour.
   *
   * @return how many films
   */
  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  public int run() {
    if (settings.retentionDays() == 0) {
      return 0;
    }
    Instant before = Instant.now(clock).minus(Duration.ofDays(settings.retentionDays()));
    List<Film> old =
        database
            .sql("select * from film where state = 'DONE' and arrived_at < ? order by arrived_at")
            .param(Timestamp.from(before))
            .query(FilmRegister::read)
            .list();
    int erased = 0;
    for (Film film : old) {
      try {
        erasure.erase("system", film);
        erased++;
      } catch (ErasureRefusedException e) {
        LOG.log(Level.INFO, "film {0} is kept for now: it is in use", film.id());
      }
    }
    return erased;
  }
}
