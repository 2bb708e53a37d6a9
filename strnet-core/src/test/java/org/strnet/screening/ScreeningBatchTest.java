package org.strnet.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessable;
import org.strnet.report.FilmResult;

class ScreeningBatchTest {

  private static final List<Path> FILMS =
      IntStream.range(0, 200).mapToObj(number -> Path.of("film" + number)).toList();

  @Test
  void results_come_in_the_films_order_whatever_each_takes() throws InterruptedException {
    List<String> images = new ArrayList<>();
    ScreeningBatch batch =
        new ScreeningBatch(
            film -> {
              if (film.toString().endsWith("0")) {
                pause(5);
              }
              return refused(film);
            },
            4);

    batch.run(FILMS, result -> images.add(result.image()));

    assertThat(images).isEqualTo(FILMS.stream().map(Path::toString).toList());
  }

  @Test
  void only_a_few_films_are_ahead_of_the_results() throws InterruptedException {
    AtomicInteger started = new AtomicInteger();
    AtomicInteger farthestAhead = new AtomicInteger();
    AtomicInteger told = new AtomicInteger();
    ScreeningBatch batch =
        new ScreeningBatch(
            film -> {
              farthestAhead.accumulateAndGet(started.incrementAndGet() - told.get(), Math::max);
              return refused(film);
            },
            2);

    batch.run(
        FILMS,
        result -> {
          pause(1);
          told.incrementAndGet();
        });

    assertThat(started.get()).isEqualTo(FILMS.size());
    assertThat(farthestAhead.get()).isLessThanOrEqualTo(2 * 4 + 1);
  }

  @Test
  void a_failure_becomes_the_films_result_and_quotes_nothing_of_it() throws InterruptedException {
    List<FilmResult> results = new ArrayList<>();
    ScreeningBatch batch =
        new ScreeningBatch(
            film -> {
              if (film.toString().equals("film3")) {
                throw new IllegalStateException("Jane Doe, born 1950");
              }
              if (film.toString().equals("film4")) {
                throw new BadInputException("film4", "a film must be readable");
              }
              return refused(film);
            },
            2);

    batch.run(FILMS.subList(0, 6), results::add);

    assertThat(results).hasSize(6);
    FilmResult.Failed fault = (FilmResult.Failed) results.get(3);
    assertThat(fault.message())
        .startsWith("IllegalStateException in ScreeningBatchTest, line ")
        .doesNotContain("Jane");
    assertThat(fault.programFault()).isTrue();
    assertThat(results.get(4))
        .isEqualTo(new FilmResult.Failed("film4", "film4: a film must be readable", false));
    assertThat(results.get(5)).isInstanceOf(FilmResult.NotAssessed.class);
  }

  @Test
  void an_error_of_the_machine_ends_the_batch() {
    ScreeningBatch batch =
        new ScreeningBatch(
            film -> {
              throw new OutOfMemoryError("no memory left");
            },
            2);

    assertThatThrownBy(() -> batch.run(FILMS, result -> {})).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void an_interrupted_batch_stops_its_workers() throws InterruptedException {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(2);
    AtomicReference<Exception> ending = new AtomicReference<>();
    ScreeningBatch batch =
        new ScreeningBatch(
            film -> {
              working.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                stopped.countDown();
              }
              return refused(film);
            },
            2);
    Thread caller =
        new Thread(
            () -> {
              try {
                batch.run(FILMS, result -> {});
              } catch (InterruptedException e) {
                ending.set(e);
              }
            });
    caller.start();
    working.await();

    caller.interrupt();
    caller.join(5_000);

    assertThat(ending.get()).isInstanceOf(InterruptedException.class);
    assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void no_films_give_no_results() throws InterruptedException {
    List<FilmResult> results = new ArrayList<>();

    new ScreeningBatch(ScreeningBatchTest::refused, 2).run(List.of(), results::add);

    assertThat(results).isEmpty();
  }

  private static FilmResult refused(Path film) {
    return new FilmResult.NotAssessed(
        film.toString(), new NotAssessable(NotAssessable.Reason.NO_KNEE, "none"));
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
