package org.strnet.study.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ElementTest {

  @Test
  void text_and_attributes_are_made_safe() {
    assertThat(Element.of("b", "<i> & \"'").with("title", "a\"b<\nc").toString())
        .isEqualTo("<b title=\"a&quot;b&lt;&#10;c\">&lt;i&gt; &amp; &quot;&#39;</b>");
  }

  @Test
  void what_xml_cannot_hold_is_replaced() {
    assertThat(Element.of("b", "a\u0000\u0008\ud800\uffffz\t\n").toString())
        .isEqualTo("<b>a\ufffd\ufffd\ufffd\ufffdz\t\n</b>");
  }

  @Test
  void only_what_html_leaves_empty_closes_itself() {
    assertThat(Element.of("br").toString()).isEqualTo("<br/>");
    assertThat(Element.of("td").toString()).isEqualTo("<td></td>");
  }

  @Test
  void a_style_sheet_with_markup_is_refused() {
    assertThatThrownBy(() -> Element.of("style").style("a{}</style>"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
