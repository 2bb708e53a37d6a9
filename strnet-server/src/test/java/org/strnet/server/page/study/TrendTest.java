package org.strnet.server.page.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.strnet.server.film.Film;
import org.strnet.server.film.FilmSource;
import org.strnet.server.film.FilmState;
import org.strnet.server.page.study.Trend.Scored;
import org.strnet.server.quality.densitometry.Densitometry;
import org.strnet.server.quality.densitometry.MeasurementSite;
import org.strnet.server.result.KneeFinding;
import org.strnet.server.result.ResultCause;
import org.strnet.server.result.StoredResult;

class TrendTest {

  private static Scored film(String id, String date, Optional<Double> tScore) {
    Film film =
        new Film(
            id,
            "1." + id,
            "2",
            "3",
            "",
            "",
            "",
            "P1",
            "",
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.of(LocalDate.parse(date)),
            "",
            "",
            FilmSource.UPLOAD,
            "file",
            1,
            Instant.EPOCH,
            FilmState.DONE,
            "c",
            1,
            Optional.empty());
    KneeFinding knee =
        new KneeFinding(
            "R",
            0.5,
            0.5,
            0.3,
            0.9,
            OptionalDouble.empty(),
            OptionalDouble.of(tScore.orElse(0.0)),
            OptionalDouble.of(tScore.orElse(0.0) - 0.5),
            OptionalDouble.of(tScore.orElse(0.0) + 0.5),
            "refer",
            Optional.empty());
    StoredResult result =
        new StoredResult(
            "r" + id,
            id,
            1,
            Instant.EPOCH,
            "system",
            ResultCause.ARRIVAL,
            tScore.isPresent() ? "assessed" : "not_assessable",
            Optional.empty(),
            Optional.empty(),
            tScore.map(any -> "refer"),
            tScore.isPresent() ? List.of(knee) : List.of(),
            List.of(),
            Map.of(),
            "b",
            "0",
            0.5,
            Optional.empty());
    return new Scored(film, Optional.of(result));
  }

  @Test
  void films_stand_by_day_and_a_line_joins_those_with_an_estimate() {
    Trend trend =
        Trend.of(
            List.of(
                film("c", "2024-01-21", Optional.of(-2.5)),
                film("a", "2024-01-01", Optional.of(-1.0)),
                film("b", "2024-01-11", Optional.empty())),
            List.of(),
            "c");

    assertThat(trend.points()).extracting(Trend.Point::filmId).containsExactly("a", "b", "c");
    assertThat(trend.points())
        .extracting(Trend.Point::x)
        .containsExactly("14.00%", "50.00%", "86.00%");
    assertThat(trend.points().get(0).y()).isEqualTo("40.00%");
    assertThat(trend.points().get(0).top()).isEqualTo("30.00%");
    assertThat(trend.points().get(1).isDrawn()).isFalse();
    assertThat(trend.points().get(1).tag()).isEqualTo("Not assessable");
    assertThat(trend.points().get(2).current()).isTrue();
    assertThat(trend.lines())
        .containsExactly(new Trend.Line("14.00%", "40.00%", "86.00%", "70.00%"));
  }

  @Test
  void films_of_one_day_stand_side_by_side() {
    Trend trend =
        Trend.of(
            List.of(
                film("a", "2024-01-01", Optional.of(-1.0)),
                film("b", "2024-01-01", Optional.of(-2.0))),
            List.of(),
            "a");
    assertThat(trend.points()).extracting(Trend.Point::x).containsExactly("32.00%", "68.00%");
  }

  @Test
  void densitometry_stands_between_the_films_and_no_line_joins_it() {
    Trend trend =
        Trend.of(
            List.of(
                film("a", "2024-01-01", Optional.of(-1.0)),
                film("b", "2024-01-21", Optional.of(-2.5))),
            List.of(
                new Densitometry(
                    "P1", LocalDate.parse("2024-01-11"), MeasurementSite.TOTAL_HIP, -2.0)),
            "b");

    assertThat(trend.rows()).extracting(Trend.Row::isMeasured).containsExactly(false, true, false);
    assertThat(trend.measured())
        .containsExactly(
            new Trend.Measured(
                LocalDate.parse("2024-01-11"), "total hip", "\u22122.0", "50.00%", "60.00%"));
    assertThat(trend.points()).extracting(Trend.Point::filmId).containsExactly("a", "b");
    assertThat(trend.lines())
        .containsExactly(new Trend.Line("14.00%", "40.00%", "86.00%", "70.00%"));
  }

  @Test
  void densitometry_is_drawn_beside_a_single_film_without_an_estimate() {
    Trend trend =
        Trend.of(
            List.of(film("a", "2024-01-01", Optional.empty())),
            List.of(
                new Densitometry(
                    "P1", LocalDate.parse("2024-01-01"), MeasurementSite.LUMBAR_SPINE, -9)),
            "a");

    assertThat(trend.isMoreThanOne()).isTrue();
    assertThat(trend.isDrawn()).isTrue();
    assertThat(trend.measured()).extracting(Trend.Measured::y).containsExactly("100.00%");
  }
}
