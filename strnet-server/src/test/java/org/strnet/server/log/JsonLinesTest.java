package org.strnet.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

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
  void lines_are_json_only_where_a_setting_says_so() {
    Handler[] handlers = Logger.getLogger("").getHandlers();
    List<Formatter> before = Arrays.stream(handlers).map(Handler::getFormatter).toList();
    try {
      JsonLines.whereAsked().initialize(context("text"));
      assertThat(handlers).noneMatch(handler -> handler.getFormatter() instanceof JsonLines);
      JsonLines.whereAsked().initialize(context("json"));
      assertThat(handlers).allMatch(handler -> handler.getFormatter() instanceof JsonLines);
    } finally {
      for (int i = 0; i < handlers.length; i++) {
        handlers[i].setFormatter(before.get(i));
      }
    }
  }

  private static GenericApplicationContext context(String form) {
    GenericApplicationContext context = new GenericApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("strnet.log", form)));
    return context;
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
