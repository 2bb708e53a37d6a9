package org.strnet.server.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strnet.decision.Decision;
import org.strnet.decision.Proportion;

class ReaderAgreementTest {

  private static void add(
      List<ReadFilm> films, int count, ReadFilm.Action action, Decision said, Decision read) {
    for (int i = 0; i < count; i++) {
      String id = "film " + films.size();
      films.add(
          new ReadFilm(
              id,
              "",
              "site",
              "device",
              Instant.EPOCH,
              "reader",
              action,
              Optional.of(said),
              action == ReadFilm.Action.NOT_ASSESSABLE ? Optional.empty() : Optional.of(read),
              ""));
    }
  }

  /**
   * 20 and 15 agree, 5 and 10 do not: agreement 35/50 = 0.7; the result refers 30 of 50, the reader
   * 25, so chance agrees in 0.6 x 0.5 + 0.4 x 0.5 = 0.5, and kappa is 0.2 / 0.5 = 0.4.
   */
  private static ReaderAgreement fifty() {
    List<ReadFilm> films = new ArrayList<>();
    add(films, 20, ReadFilm.Action.CONFIRM, Decision.REFER, Decision.REFER);
    add(films, 15, ReadFilm.Action.CONFIRM, Decision.NOT_FLAGGED, Decision.NOT_FLAGGED);
    add(films, 10, ReadFilm.Action.OVERRULE, Decision.REFER, Decision.NOT_FLAGGED);
    add(films, 5, ReadFilm.Action.OVERRULE, Decision.NOT_FLAGGED, Decision.REFER);
    add(films, 2, ReadFilm.Action.NOT_ASSESSABLE, Decision.REFER, Decision.REFER);
    return new ReaderAgreement(films);
  }

  @Test
  void kappa_is_worked_by_hand_and_has_an_interval() {
    assertThat(fifty().kappa().value().orElseThrow()).isCloseTo(0.4, within(1e-12));
    assertThat(fifty().kappa().n()).isEqualTo(50);
    assertThat(fifty().kappa().low().orElseThrow()).isBetween(0.05, 0.3);
  }

  @Test
  void shares_carry_wilson_intervals() {
    Proportion overruled = new Proportion(15, 52);

    assertThat(fifty().share(ReadFilm.Action.OVERRULE).value().orElseThrow())
        .isEqualTo(overruled.value());
    assertThat(fifty().share(ReadFilm.Action.OVERRULE).low().orElseThrow())
        .isCloseTo(overruled.low(), within(1e-12));
    assertThat(fifty().overruled(Decision.NOT_FLAGGED).value()).hasValue(0.25);
  }

  @Test
  void kappa_is_not_stated_where_all_are_decided_one_way_or_are_few() {
    List<ReadFilm> films = new ArrayList<>();
    add(films, 30, ReadFilm.Action.CONFIRM, Decision.REFER, Decision.REFER);
    assertThat(new ReaderAgreement(films).kappa().isEstimable()).isFalse();
    assertThat(new ReaderAgreement(films.subList(0, 5)).kappa().method()).contains("needs 20");
  }

  @Test
  void films_that_were_confirmed_are_not_listed() {
    assertThat(fifty().notConfirmed()).hasSize(17);
  }
}
