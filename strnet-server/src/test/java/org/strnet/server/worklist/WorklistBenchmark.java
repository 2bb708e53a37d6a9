package org.strnet.server.worklist;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.strnet.server.film.SearchWords;

/**
 * By hand: pages of a list of 100 000 films. Arguments: a JDBC address of an empty database and how
 * many films. H2 needs {@code OPTIMIZE_REUSE_RESULTS=0}, or it answers the same question from
 * memory.
 */
final class WorklistBenchmark {

  private static final int ROUNDS = 100;
  private static final int SIZE = 50;
  private static final int BATCH = 1000;
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

  private final Worklist worklist;
  private final WorklistCounter counter;

  private WorklistBenchmark(JdbcClient client) {
    worklist = new Worklist(client);
    counter = new WorklistCounter(client);
  }

  public static void main(String[] arguments) {
    int films = Integer.parseInt(arguments[1]);
    SingleConnectionDataSource source = new SingleConnectionDataSource(arguments[0], true);
    try {
      Flyway.configure().dataSource(source).load().migrate();
      JdbcTemplate template = new JdbcTemplate(source);
      fill(template, films);
      template.execute("analyze");
      new WorklistBenchmark(JdbcClient.create(source)).print();
    } finally {
      source.destroy();
    }
  }

  private static void fill(JdbcTemplate template, int films) {
    SplittableRandom random = new SplittableRandom(7);
    for (int from = 0; from < films; from += BATCH) {
      List<Object[]> rows = new ArrayList<>();
      for (int i = from; i < Math.min(films, from + BATCH); i++) {
        rows.add(row(random, i));
      }
      template.batchUpdate(
          "insert into film (id, sop_instance_uid, study_instance_uid, series_instance_uid,"
              + " accession_number, patient_id, patient_name, sex, age_years, study_date, site,"
              + " device, source, file_name, file_bytes, arrived_at, state, correlation_id,"
              + " version, read_at, outcome, decision, bone_loss)"
              + " values (?, ?, '', '', ?, ?, ?, ?, ?, ?, ?, '', 'NODE', '', 0, ?, 'DONE', '', 1,"
              + " ?, ?, ?, ?)",
          rows);
      List<Object[]> words = new ArrayList<>();
      for (Object[] row : rows) {
        for (String word : SearchWords.of(row[2] + " " + row[3] + " " + row[4])) {
          words.add(new Object[] {word, row[0]});
        }
      }
      template.batchUpdate("insert into film_word (word, film_id) values (?, ?)", words);
    }
  }

  private static Object[] row(SplittableRandom random, int number) {
    boolean assessed = random.nextInt(10) > 0;
    double boneLoss = random.nextDouble();
    Instant arrived = START.plusSeconds(900L * number);
    return new Object[] {
      new UUID(random.nextLong(), random.nextLong()).toString(),
      "2.25." + number,
      "A%07d".formatted(number),
      "P%05d".formatted(random.nextInt(60_000)),
      "NAME%d^GIVEN%d".formatted(random.nextInt(20_000), random.nextInt(500)),
      random.nextInt(3) > 0 ? "F" : "M",
      random.nextInt(20) > 0 ? 40.0 + random.nextInt(55) : null,
      random.nextInt(50) > 0 ? Date.valueOf(LocalDate.of(2023, 1, 1).plusDays(number / 96)) : null,
      "Site " + random.nextInt(6),
      Timestamp.from(arrived),
      random.nextInt(5) > 0 ? Timestamp.from(arrived.plusSeconds(3600)) : null,
      assessed ? "assessed" : "not_assessable",
      assessed ? (boneLoss > 0.6 ? "refer" : "not_flagged") : null,
      assessed ? boneLoss : null
    };
  }

  private void print() {
    WorklistOrder newest = WorklistOrder.NEWEST_FIRST;
    WorklistOrder likeliest = new WorklistOrder(WorklistSort.PROBABILITY, true);
    WorklistOrder oldestPatients = new WorklistOrder(WorklistSort.AGE, true);
    WorklistFilter flagged = WorklistFilter.of(WorklistGroup.FLAGGED);
    time("first page", () -> page(WorklistFilter.NONE, newest, WorklistPlace.START));
    time("last page, backwards from it", backwards(newest));
    time("deep page, newest first", deep(WorklistFilter.NONE, newest));
    time("deep page, by probability", deep(WorklistFilter.NONE, likeliest));
    time("deep page, by age", deep(WorklistFilter.NONE, oldestPatients));
    time("flagged, first page", () -> page(flagged, newest, WorklistPlace.START));
    time("flagged, deep page", deep(flagged, newest));
    time("flagged, by probability", () -> page(flagged, likeliest, WorklistPlace.START));
    time("site, first page", () -> page(of("", "Site 3"), newest, WorklistPlace.START));
    time("site and probability", () -> page(of("", "Site 3"), likeliest, WorklistPlace.START));
    time("text, one patient", () -> page(of("p00077", ""), newest, WorklistPlace.START));
    time("text, every film", () -> page(of("p", ""), newest, WorklistPlace.START));
    time("text, two words", () -> page(of("given77 name1", ""), newest, WorklistPlace.START));
    time("text, nobody", () -> page(of("nobody", ""), newest, WorklistPlace.START));
    time(
        "counts, every time",
        () -> {
          counter.forget();
          return counter.counts();
        });
    time("counts, as pages ask", counter::counts);
  }

  private static WorklistFilter of(String text, String site) {
    WorklistFilter none = WorklistFilter.NONE;
    return new WorklistFilter(
        none.group(),
        none.from(),
        none.until(),
        none.ageFrom(),
        none.ageUntil(),
        none.sex(),
        Optional.of(site).filter(it -> !it.isEmpty()),
        none.zone(),
        none.read(),
        text);
  }

  private WorklistPart page(WorklistFilter filter, WorklistOrder order, WorklistPlace place) {
    return worklist.page(filter, order, place, SIZE);
  }

  /** A page about half way through, reached by turning pages of a thousand films. */
  private Supplier<WorklistPart> deep(WorklistFilter filter, WorklistOrder order) {
    WorklistPlace place = WorklistPlace.START;
    for (int i = 0; i < 50; i++) {
      WorklistPart part = worklist.page(filter, order, place, BATCH);
      if (!part.hasLater()) {
        break;
      }
      place = WorklistPlace.after(part.last());
    }
    WorklistPlace deep = place;
    return () -> page(filter, order, deep);
  }

  private Supplier<WorklistPart> backwards(WorklistOrder order) {
    WorklistOrder turned = new WorklistOrder(order.sort(), !order.descending());
    String last = page(WorklistFilter.NONE, turned, WorklistPlace.START).first();
    return () -> page(WorklistFilter.NONE, order, WorklistPlace.before(last));
  }

  private static void time(String what, Supplier<?> query) {
    double[] millis = new double[ROUNDS];
    for (int i = -20; i < ROUNDS; i++) {
      long start = System.nanoTime();
      var unused = query.get();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-30s p50 %7.2f ms   p95 %7.2f ms%n",
        what,
        millis[ROUNDS / 2],
        millis[ROUNDS * 95 / 100]);
  }
}
