package org.strnet.dicom.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aoju.bus.image.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.report.ModelFacts;

/** Objects as the validator of dicom3tools and the readers of DCMTK see them. */
class ResultPeersTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();

  @TempDir Path folder;

  @Test
  void the_validator_finds_no_error_in_any_object() throws Exception {
    String validator = Program.require("dciodvfy").toString();
    for (Map.Entry<String, ScreenedFilm> film : films().entrySet()) {
      for (ResultObject object : objects(film.getValue())) {
        String said = Program.output(List.of(validator, file(object).toString()));
        assertThat(said.lines().filter(line -> line.startsWith("Error")))
            .as(film.getKey() + " " + object.kind())
            .isEmpty();
        assertThat(said).as(film.getKey()).startsWith("exit 0");
      }
    }
  }

  @Test
  void the_report_is_read_by_dcmtk_without_complaint() throws Exception {
    String dump = Program.require("dsrdump").toString();
    for (Map.Entry<String, ScreenedFilm> film : films().entrySet()) {
      Path file = file(objects(film.getValue()).get(0));
      String said = Program.output(List.of(dump, "+Pl", file.toString()));
      assertThat(said)
          .as(film.getKey())
          .startsWith("exit 0")
          .contains("Imaging Measurement Report");
      assertThat(said.lines().filter(line -> line.matches("[EWF]: .*")))
          .as(film.getKey())
          .isEmpty();
    }
  }

  @Test
  void dcmtk_reads_the_values_that_were_written() throws Exception {
    String dump = Program.require("dsrdump").toString();
    Path file = file(objects(ResultCases.flagged(FACTS)).get(0));

    String said = Program.output(List.of(dump, "+Pl", file.toString()));

    assertThat(said)
        .contains(
            "\"Probability\")=\"0.91\" (1,UCUM,\"no units\")",
            "\"Screening result\")=(REFER,99STRNET,\"Refer for densitometry\")",
            "\"Severity\")=(64859006,SCT,\"Osteoporosis\")",
            "=\"-2.1\" ({T-score},UCUM,\"T-score\")",
            "cannot rule out bone loss.");
  }

  @Test
  void the_validator_and_dcmtk_read_the_zones() throws Exception {
    String validator = Program.require("dciodvfy").toString();
    String dump = Program.require("dsrdump").toString();
    ModelFacts zoned = ResultCases.zoned();
    List<ResultObject> objects =
        ResultObjects.of(zoned, ResultCases.everything())
            .of(ResultCases.twoKnees(zoned), ResultCases.AT);

    for (ResultObject object : objects) {
      assertThat(Program.output(List.of(validator, file(object).toString())))
          .startsWith("exit 0")
          .doesNotContainPattern("(?m)^Error");
    }
    assertThat(Program.output(List.of(dump, "+Pl", file(objects.get(0)).toString())))
        .contains(
            "(ZONE_GREY,99STRNET,\"Grey (neither side's risk is promised; a person decides)\")",
            "\"Probability below which the zone is no flag\")=\"0.3\" (1,UCUM,\"no units\")",
            "\"What the zone means\")=\"Grey zone: between the two thresholds");
  }

  @Test
  void dcmtk_draws_the_page_as_it_was_drawn() throws Exception {
    String draw = Program.require("dcm2pnm").toString();
    ResultObject page = objects(ResultCases.flagged(FACTS)).get(1);
    Path picture = folder.resolve("page.ppm");

    assertThat(Program.output(List.of(draw, file(page).toString(), picture.toString())))
        .startsWith("exit 0");

    byte[] drawn = Files.readAllBytes(picture);
    byte[] stored = ReadBack.dataset(page.file()).getBytes(Tag.PixelData);
    assertThat(drawn.length).isGreaterThan(stored.length);
    assertThat(Arrays.copyOfRange(drawn, drawn.length - stored.length, drawn.length))
        .isEqualTo(stored);
  }

  private static Map<String, ScreenedFilm> films() throws IOException {
    Map<String, ScreenedFilm> films = new LinkedHashMap<>();
    films.put("two knees", ResultCases.twoKnees(FACTS));
    films.put("with pictures", PicturedFilms.of(ResultCases.flagged(FACTS)));
    films.put("left out", ResultCases.leftOut(FACTS));
    films.put("refused", ResultCases.refused(Reason.BURNED_IN_ANNOTATION, "must be NO, found YES"));
    films.put("failed", ResultCases.failed());
    return films;
  }

  private static List<ResultObject> objects(ScreenedFilm film) {
    return ResultObjects.of(FACTS, ResultCases.everything()).of(film, ResultCases.AT);
  }

  private Path file(ResultObject object) throws Exception {
    return Files.write(folder.resolve(object.sopInstanceUid() + ".dcm"), object.file());
  }
}
