package org.strnet.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;
import org.strnet.server.worklist.WorklistFilter;
import org.strnet.server.worklist.WorklistOrder;
import org.strnet.server.worklist.WorklistSort;

class WorklistAddressTest {

  @Test
  void an_address_without_anything_is_all_films_newest_first() {
    WorklistAddress address = WorklistAddress.of(Map.of("text", " ", "site", ""));

    assertThat(address.filter()).isEqualTo(WorklistFilter.NONE);
    assertThat(address.order()).isEqualTo(WorklistOrder.NEWEST_FIRST);
    assertThat(address.here()).isEqualTo("/");
  }

  @Test
  void what_is_read_from_an_address_gives_the_same_address() {
    WorklistAddress address =
        WorklistAddress.of(
            Map.of(
                "show",
                "not_flagged",
                "from",
                "2026-01-31",
                "age_until",
                "80",
                "read",
                "no",
                "site",
                "A & B/{c}",
                "text",
                "müller",
                "sort",
                "age",
                "order",
                "asc"));

    assertThat(address.here())
        .isEqualTo(
            "/?show=not_flagged&from=2026-01-31&age_until=80&site=A%20%26%20B%2F%7Bc%7D&read=no"
                + "&text=m%C3%BCller&sort=age&order=asc");
    assertThat(address.after("f")).endsWith("&after=f");
    assertThat(address.before("f")).endsWith("&before=f");
  }

  @Test
  void a_column_turns_round_when_it_is_asked_for_again() {
    WorklistAddress address = WorklistAddress.of(Map.of("sort", "age"));

    assertThat(address.sorted(WorklistSort.AGE)).isEqualTo("/?sort=age&order=asc");
    assertThat(address.sorted(WorklistSort.STUDY)).isEqualTo("/?sort=study&order=desc");
    assertThat(address.direction(WorklistSort.AGE)).isEqualTo("descending");
    assertThat(address.direction(WorklistSort.ARRIVED)).isEqualTo("none");
  }

  @Test
  void a_value_that_none_can_have_is_a_bad_request() {
    for (Map.Entry<String, String> bad :
        Map.of(
                "show",
                "x",
                "from",
                "31.1.2026",
                "age_from",
                "-1",
                "sex",
                "f",
                "read",
                "x",
                "sort",
                "id")
            .entrySet()) {
      assertThatThrownBy(() -> WorklistAddress.of(Map.of(bad.getKey(), bad.getValue())))
          .isInstanceOf(ResponseStatusException.class)
          .hasMessageContaining("400")
          .hasMessageContaining(bad.getKey());
    }
  }
}
