package org.strnet.server.quality.densitometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DensitometryFileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static DensitometryFile read(String text) {
    return DensitometryFile.read(text.getBytes(StandardCharsets.UTF_8), TODAY);
  }

  @Test
  void columns_may_stand_in_any_order_and_others_are_ignored() {
    DensitometryFile file =
        read("\uFEFFt_score,site,note,patient_id,date\n-2.5,total_hip,x,A1,2026-01-31\n");

    assertThat(file.bad()).isEmpty();
    assertThat(file.good())
        .extracting(DensitometryFile.GoodRow::value)
        .containsExactly(
            new Densitometry("A1", LocalDate.of(2026, 1, 31), MeasurementSite.TOTAL_HIP, -2.5));
  }

  @Test
  void every_row_that_cannot_be_kept_is_named_with_its_line() {
    DensitometryFile file =
        read(
            """
            patient_id,date,site,t_score
            A1,2026-01-31,total_hip,-2.5
            ,2026-01-31,total_hip,-2.5
            A1,31.01.2026,total_hip,-2.5
            A1,2026-06-02,total_hip,-2.5
            A1,2026-01-31,knee,-2.5
            "A
            1",2026-01-31,total_hip,-25
            A1,2026-01-31,total_hip
            A1,2026-01-31,total_hip,"-2,5"
            A2,2026-01-31,femoral_neck,-0.1
            """);

    assertThat(file.good()).extracting(DensitometryFile.GoodRow::line).containsExactly(2L, 11L);
    assertThat(file.bad())
        .extracting(DensitometryFile.BadRow::line)
        .containsExactly(3L, 4L, 5L, 6L, 7L, 9L, 10L);
    List<String> why = file.bad().stream().map(DensitometryFile.BadRow::why).toList();
    assertThat(why.get(0)).contains("identifier");
    assertThat(why.get(1)).contains("31.01.2026");
    assertThat(why.get(2)).contains("lie ahead");
    assertThat(why.get(3)).contains("'knee'").contains("lumbar_spine");
    assertThat(why.get(4)).contains("-10 to 10");
    assertThat(why.get(5)).contains("3 fields");
    assertThat(why.get(6)).contains("'-2,5'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "patient,date,site,t_score\n", "patient_id;date;site;t_score\n"})
  void a_file_without_the_columns_is_refused_whole(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(text))
        .withMessageContaining("missing");
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused_whole() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DensitometryFile.read(new byte[] {(byte) 0xff, 0}, TODAY))
        .withMessageContaining("UTF-8");
  }

  @Test
  void an_open_quote_is_refused_whole() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("patient_id,date,site,t_score\n\"A1,2026-01-31,total_hip,-2\n"))
        .withMessageContaining("quote");
  }
}
