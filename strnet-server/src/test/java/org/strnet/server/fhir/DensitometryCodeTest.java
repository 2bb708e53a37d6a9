package org.strnet.server.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.strnet.server.quality.densitometry.MeasurementSite;

class DensitometryCodeTest {

  private static DensitometryCode.Site site(String loinc, String words) {
    return DensitometryCode.of(loinc).orElseThrow().site(words);
  }

  @ParameterizedTest
  @CsvSource({
    "38267-1, '', lumbar_spine",
    "104938-6, '', lumbar_spine",
    "38264-8, '', total_hip",
    "38263-0, Femoral neck, femoral_neck",
    "38263-0, Total femur, total_hip",
    "38265-5, 33 % radius, radius_33",
    "38265-5, Distal third of the forearm, radius_33"
  })
  void a_code_names_its_site(String loinc, String words, String site) {
    assertThat(site(loinc, words).place().code()).isEqualTo(site);
  }

  @Test
  void a_site_is_given_out_under_a_code_that_is_taken_for_it() {
    for (MeasurementSite place : MeasurementSite.values()) {
      assertThat(site(DensitometryCode.loinc(place), place.words()).place()).isEqualTo(place);
    }
  }

  @Test
  void a_femur_without_its_part_is_kept_with_a_warning() {
    assertThat(site("38263-0", "").warning()).contains("neck");
    assertThat(site("38263-0", "femoral neck").warning()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "38265-5, ''",
    "38265-5, T-score",
    "38265-5, Lumbar spine",
    "38265-5, Femur 33",
    "38265-5, radius",
    "38266-3, heel",
    "24701-5, ''",
    "24966-4, ''",
    "83311-1, ''",
    "38269-7, ''"
  })
  void a_code_under_which_other_things_are_sent_is_refused(String loinc, String words) {
    assertThatExceptionOfType(FhirException.class)
        .isThrownBy(() -> site(loinc, words))
        .satisfies(e -> assertThat(e.status()).isEqualTo(422));
  }

  @Test
  void a_cursor_is_read_back_as_it_was_written() {
    for (SearchCursor.Part part : SearchCursor.Part.values()) {
      SearchCursor cursor =
          new SearchCursor(
              part,
              java.time.Instant.parse("2026-03-01T12:00:00Z"),
              "8f14e45f-ceea-467f-ab3c-1d2e3f405162",
              3);

      assertThat(SearchCursor.parse(cursor.text())).isEqualTo(cursor);
    }
    assertThatExceptionOfType(FhirException.class).isThrownBy(() -> SearchCursor.parse("x"));
  }
}
