package org.strnet.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  private static String line(String message, Object... parameters) {
    LogRecord line = new LogRecord(Level.INFO, message);
    line.setLoggerName("org.strnet");
    line.setParameters(parameters);
    return new JsonLines().format(line);
  }

  @Test
  void a_record_is_one_line_whatever_it_says() throws Exception {
    String text = line("film {0}", "two\nlines \"quoted\"");

    assertThat(text).endsWith("}\n").doesNotContain("two\nlines");
    JsonNode line = new ObjectMapper().readTree(text);
    assertThat(line.path("message").asText()).isEqualTo("film two\nlines \"quoted\"");
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.has("correlation")).isFalse();
  }

  @Test
  void a_record_names_the_work_that_it_belongs_to() throws Exception {
    try (Correlation outer = Correlation.begin("order-1")) {
      try (Correlation inner = Correlation.begin("film-2")) {
        assertThat(line("x")).contains("\"correlation\":\"film-2\"");
      }
      assertThat(line("x")).contains("\"correlation\":\"order-1\"");
    }
    assertThat(Correlation.current()).isEmpty();
  }

  @Test
  void an_error_has_its_stack_in_the_same_line() throws Exception {
    LogRecord line = new LogRecord(Level.WARNING, "it failed");
    line.setThrown(new IllegalStateException("no disk"));

    String text = new JsonLines().format(line);

    assertThat(text.lines()).hasSize(1);
    assertThat(new ObjectMapper().readTree(text).path("error").asText())
        .startsWith("java.lang.IllegalStateException: no disk");
  }

  @Test
  void an_identifier_that_could_break_a_line_is_not_taken() {
    assertThat(Correlation.isAcceptable("8f14e45f-ceea-467f-ab3c-1d2e3f405162")).isTrue();
    assertThat(Correlation.isAcceptable("a\nb")).isFalse();
    assertThat(Correlation.isAcceptable("")).isFalse();
    assertThat(Correlation.isAcceptable("x".repeat(37))).isFalse();
    assertThatThrownBy(() -> Correlation.begin("a b")).isInstanceOf(IllegalArgumentException.class);
  }
}
