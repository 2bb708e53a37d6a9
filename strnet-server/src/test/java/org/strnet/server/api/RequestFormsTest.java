package org.strnet.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strnet.network.ClinicalVariable;
import org.strnet.network.ClinicalVariables;

class RequestFormsTest {

  @Test
  void a_cursor_is_read_back_as_it_was_written() {
    FilmCursor cursor =
        new FilmCursor(
            Instant.parse("2026-03-01T12:00:00.123456Z"), "8f14e45f-ceea-467f-ab3c-1d2e3f405162");

    assertThat(FilmCursor.parse(cursor.text())).isEqualTo(cursor);
    assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "AAAA", "MjAyNnwx", "eHx4"})
  void a_cursor_of_another_origin_is_refused(String text) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> FilmCursor.parse(text))
        .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.INVALID_REQUEST));
  }

  @Test
  void clinical_variables_are_read_in_their_units() throws Exception {
    ClinicalVariables read =
        read("{\"age\": 71.5, \"sex\": \"F\", \"smoker\": true, \"diabetic\": false}");

    assertThat(read.value(ClinicalVariable.AGE)).hasValue(71.5);
    assertThat(read.value(ClinicalVariable.SEX)).hasValue(1);
    assertThat(read.value(ClinicalVariable.SMOKER)).hasValue(1);
    assertThat(read.value(ClinicalVariable.DIABETIC)).hasValue(0);
    assertThat(read.value(ClinicalVariable.BMI)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"age\": \"71\"}",
        "{\"age\": -1}",
        "{\"age\": null}",
        "{\"sex\": \"X\"}",
        "{\"sex\": 1}",
        "{\"smoker\": \"yes\"}",
        "{\"colour\": 1}",
        "{\"age\": {\"years\": 71}}"
      })
  void a_value_that_cannot_be_used_is_named(String body) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(body))
        .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.IMPLAUSIBLE_VALUE));
  }

  private static ClinicalVariables read(String body) throws Exception {
    return ClinicalRequest.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_types_of_problems_stay_as_they_were_published() {
    assertThat(Arrays.stream(Problem.values()).map(problem -> problem.type().toString()))
        .containsExactly(
            "urn:strnet:problem:invalid-request",
            "urn:strnet:problem:forbidden",
            "urn:strnet:problem:not-found",
            "urn:strnet:problem:film-gone",
            "urn:strnet:problem:conflicting-object",
            "urn:strnet:problem:other-model",
            "urn:strnet:problem:changed-meanwhile",
            "urn:strnet:problem:too-large",
            "urn:strnet:problem:unsupported-object",
            "urn:strnet:problem:unreadable-object",
            "urn:strnet:problem:key-reused",
            "urn:strnet:problem:implausible-value",
            "urn:strnet:problem:not-now",
            "urn:strnet:problem:internal");
  }
}
