package org.strnet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.strnet.network.ClinicalVariable;

/** Reports of a network whose heat-maps failed their check. */
class FilmThatMovesNothingTest {

  private static final ModelFacts PLAIN = Results.boneLoss();

  private static final ModelFacts FAILED = Results.boneLoss(Optional.empty(), false);

  @Test
  void a_result_from_the_film_alone_is_called_near_the_base_rate() {
    assertThat(Wording.clinical(FAILED, Set.of()).orElseThrow()).contains("near the base rate");
    assertThat(Wording.clinical(FAILED, Set.of(ClinicalVariable.AGE)).orElseThrow())
        .doesNotContain("base rate");
    assertThat(Wording.clinical(PLAIN, Set.of()).orElseThrow()).doesNotContain("base rate");
  }

  @Test
  void the_page_says_why_there_is_no_heat_map() {
    String page =
        new HtmlFilm(FAILED, 1).section(Results.film("a.png", Results.knee(0.7, 0.5, 0.4, -2)));
    assertThat(page).contains(Wording.NO_HEAT_MAP);
    assertThat(
            new HtmlFilm(PLAIN, 1).section(Results.film("a.png", Results.knee(0.7, 0.5, 0.4, -2))))
        .doesNotContain(Wording.NO_HEAT_MAP);
  }
}
