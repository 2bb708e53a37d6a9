package org.strnet.server.quality.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardPageTest {

  @Test
  void headings_tables_and_code_are_rendered() {
    String html = CardPage.of("# Card\n\n| a | b |\n|---|---|\n| 1 | `x` |\n");

    assertThat(html).contains("<h2>Card</h2>").contains("<td>1</td>").contains("<code>x</code>");
  }

  @Test
  void tags_and_hostile_links_do_not_pass() {
    String html =
        CardPage.of(
            "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> and [a](javascript:alert(1))");

    assertThat(html).doesNotContain("<script").doesNotContain("<img").doesNotContain("javascript:");
  }
}
