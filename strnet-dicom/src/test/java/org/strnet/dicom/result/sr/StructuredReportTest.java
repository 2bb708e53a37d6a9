package org.strnet.dicom.result.sr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.strnet.dicom.result.ReadBack;
import org.strnet.dicom.result.ResultCases;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;

class StructuredReportTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();
  private static final String ZONE_FLAG =
      "Zone flag: above 0.700, where on average no more films without the finding fall than promised.";

  /** A film, and the network whose result it is. */
  record Case(String name, ModelFacts facts, ScreenedFilm film) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    ModelFacts control = ResultCases.control();
    ModelFacts only = ResultCases.screeningOnly();
    ModelFacts zoned = ResultCases.zoned();
    return Stream.of(
        new Case("flagged", FACTS, ResultCases.flagged(FACTS)),
        new Case("not flagged", FACTS, ResultCases.notFlagged(FACTS)),
        new Case("two knees", FACTS, ResultCases.twoKnees(FACTS)),
        new Case("two knees in zones", zoned, ResultCases.twoKnees(zoned)),
        new Case("no flag", zoned, ResultCases.notFlagged(zoned)),
        new Case("left out", FACTS, ResultCases.leftOut(FACTS)),
        new Case("control", control, ResultCases.flagged(control)),
        new Case("screening only", only, ResultCases.flagged(only)),
        new Case("refused", FACTS, ResultCases.refused(Reason.WRONG_VIEW, "found LL")),
        new Case("failed", FACTS, ResultCases.failed()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_report_read_back_is_what_went_in_value_for_value(Case film) {
    var context =
        new ResultContext(film.film(), film.facts(), ResultCases.device(), false, ResultCases.AT);

    ContentItem back = read(film.facts(), film.film());

    assertThat(back).isEqualTo(StructuredReport.content(context));
    assertThat(meanings(back)).isEqualTo(meanings(StructuredReport.content(context)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void no_report_uses_a_code_that_reads_as_negative_or_normal(Case film) {
    List<String> codes =
        read(film.facts(), film.film())
            .walk()
            .flatMap(item -> item.code().stream())
            .map(Code::value)
            .toList();

    assertThat(codes).doesNotContain("260385009", "17621005", "10828004", "82334004");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_report_says_what_it_may_be_used_for_and_refers_to_its_film(Case film) {
    Attributes report = ReadBack.of(film.facts(), film.film(), ResultKind.STRUCTURED_REPORT);

    assertThat(texts(ContentReader.read(report), "121106")).contains(Wording.RESEARCH_USE);
    Attributes study = report.getNestedDataset(Tag.CurrentRequestedProcedureEvidenceSequence);
    Attributes series = study.getNestedDataset(Tag.ReferencedSeriesSequence);
    assertThat(
            series
                .getNestedDataset(Tag.ReferencedSOPSequence)
                .getString(Tag.ReferencedSOPInstanceUID))
        .isEqualTo(ResultCases.FILM);
    assertThat(report.getString(Tag.VerificationFlag)).isEqualTo("UNVERIFIED");
  }

  @Test
  void a_flagged_knee_has_probability_threshold_result_severity_and_t_score() {
    ContentItem report = read(FACTS, ResultCases.flagged(FACTS));

    assertThat(number(report, "122157")).isEqualTo(0.91);
    assertThat(number(report, "122411")).isEqualTo(0.4123456789012345);
    assertThat(code(report, "SCREENING_RESULT")).isEqualTo("REFER");
    assertThat(code(report, "246112005")).isEqualTo("64859006");
    assertThat(number(report, "TSCORE_KNEE_XR")).isEqualTo(-2.1);
    assertThat(-2.1 - number(report, "371885007")).isEqualTo(-3.3);
    assertThat(-2.1 + number(report, "371886008")).isCloseTo(-0.9, within());
    assertThat(texts(report, "111081").get(0))
        .contains("floor 0.86", "lower-bound", "sensitivity 0.93", "n = 120", "n = 180");
    assertThat(texts(report, "121106"))
        .anyMatch(
            text -> text.contains("estimate from a knee radiograph, reference: DXA of the hip"));
  }

  @Test
  void a_knee_that_is_not_flagged_has_no_severity_and_a_code_of_its_own() {
    ContentItem report = read(FACTS, ResultCases.notFlagged(FACTS));

    assertThat(named(report, "246112005")).isEmpty();
    Code result = named(report, "SCREENING_RESULT").get(0).code().orElseThrow();
    assertThat(result).isEqualTo(new Code("NOT_FLAGGED", "99STRNET", "-"));
    assertThat(result.meaning()).isEqualTo("Not flagged (bone loss is not ruled out)");
  }

  @Test
  void of_two_knees_the_report_says_which_decides() {
    ContentItem report = read(FACTS, ResultCases.twoKnees(FACTS));

    assertThat(named(report, "125007")).hasSize(2);
    assertThat(texts(report, "112039")).containsExactly("Right knee", "Left knee");
    assertThat(named(report, "DECIDES_FOR_FILM").stream().map(i -> i.code().orElseThrow().value()))
        .containsExactly("373067005", "373066001");
    assertThat(code(report, "FILM_RESULT")).isEqualTo("REFER");
    assertThat(texts(report, "121106")).contains("The film's polarity was corrected.");
  }

  @Test
  void a_network_with_zones_codes_the_zone_of_each_knee_and_of_the_film_with_what_it_means() {
    ModelFacts zoned = ResultCases.zoned();
    ContentItem report = read(zoned, ResultCases.twoKnees(zoned));

    assertThat(named(report, "ZONE").stream().map(item -> item.code().orElseThrow().value()))
        .containsExactly("ZONE_GREY", "ZONE_FLAG");
    assertThat(code(report, "FILM_ZONE")).isEqualTo("ZONE_FLAG");
    assertThat(number(report, "NO_FLAG_BELOW")).isEqualTo(0.3);
    assertThat(number(report, "FLAG_ABOVE")).isEqualTo(0.7);
    assertThat(texts(report, "ZONE_MEANING"))
        .containsExactly(
            "Grey zone: between the two thresholds (0.300 to 0.700) the promised risk holds for"
                + " neither side; a person decides.",
            ZONE_FLAG,
            ZONE_FLAG);
    Code noFlag =
        named(read(zoned, ResultCases.notFlagged(zoned)), "FILM_ZONE").get(0).code().orElseThrow();
    assertThat(noFlag.value()).isEqualTo("ZONE_NO_FLAG");
    assertThat(noFlag.meaning()).isEqualTo("No flag (nothing is ruled out)");
  }

  @Test
  void a_network_without_zones_and_a_film_without_a_result_have_none() {
    ModelFacts zoned = ResultCases.zoned();
    ContentItem refused = read(zoned, ResultCases.refused(Reason.WRONG_VIEW, "found LL"));

    for (ContentItem report : List.of(read(FACTS, ResultCases.flagged(FACTS)), refused)) {
      assertThat(named(report, "ZONE")).isEmpty();
      assertThat(named(report, "FILM_ZONE")).isEmpty();
    }
  }

  @Test
  void a_knee_that_was_left_out_has_its_reason_and_no_score_and_the_report_is_partial() {
    Attributes report =
        ReadBack.of(FACTS, ResultCases.leftOut(FACTS), ResultKind.STRUCTURED_REPORT);

    ContentItem group = named(ContentReader.read(report), "125007").get(1);
    assertThat(code(group, "QUALITY_REASON")).isEqualTo("KNEE_CUT_OFF");
    assertThat(code(group, "111101")).isEqualTo("110531");
    assertThat(group.walk().filter(item -> item.type() == ValueType.NUM)).isEmpty();
    assertThat(report.getString(Tag.CompletionFlag)).isEqualTo("PARTIAL");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void a_refused_film_has_its_coded_reason_and_no_number(Reason reason) {
    ContentItem report = read(FACTS, ResultCases.refused(reason, "the rule, found the value"));

    assertThat(code(report, "QUALITY_REASON")).isEqualTo(reason.name());
    assertThat(texts(report, "REASON_DETAIL")).containsExactly("the rule, found the value");
    assertThat(report.walk().filter(item -> item.type() == ValueType.NUM)).isEmpty();
    assertThat(named(report, "SCREENING_RESULT")).isEmpty();
    assertThat(named(report, "FILM_RESULT")).isEmpty();
  }

  @Test
  void only_reasons_of_quality_are_coded_as_insufficient_quality() {
    assertThat(code(read(FACTS, ResultCases.refused(Reason.POOR_IMAGE_QUALITY, "x")), "111101"))
        .isEqualTo("110531");
    assertThat(named(read(FACTS, ResultCases.refused(Reason.WRONG_BODY_PART, "x")), "111101"))
        .isEmpty();
  }

  @Test
  void a_control_task_is_not_coded_as_bone_loss() {
    ModelFacts control = ResultCases.control();
    ContentItem report = read(control, ResultCases.flagged(control));

    assertThat(code(report, "SCREENING_RESULT")).isEqualTo("FLAGGED_TARGET");
    assertThat(named(report, "246112005")).isEmpty();
    assertThat(named(report, "TSCORE_KNEE_XR")).isEmpty();
    assertThat(number(report, "ESTIMATE_KNEE_XR")).isEqualTo(-2.1);
    assertThat(texts(report, "TARGET")).contains("kl >= 2", "kl >= 3", "KL grade");
    assertThat(texts(report, "121075").get(0)).contains("not for bone loss");
  }

  @Test
  void order_and_accession_of_the_film_are_referred_to() {
    Attributes request =
        ReadBack.of(FACTS, ResultCases.flagged(FACTS), ResultKind.STRUCTURED_REPORT)
            .getNestedDataset(Tag.ReferencedRequestSequence);

    assertThat(request.getString(Tag.AccessionNumber)).isEqualTo("A-77");
    assertThat(request.getString(Tag.RequestedProcedureID)).isEqualTo("RP1");
    assertThat(request.getString(Tag.StudyInstanceUID)).isEqualTo("1.2.826.0.1.3680043.10.1.1");
  }

  @Test
  void numbers_are_written_with_as_many_digits_as_fit() {
    assertThat(ContentWriter.decimal(0.1)).isEqualTo("0.1");
    assertThat(ContentWriter.decimal(-1.0 / 3)).isEqualTo("-0.3333333333333");
    assertThat(ContentWriter.decimal(1e-300)).isEqualTo("1E-300");
    assertThat(ContentWriter.decimal(0)).isEqualTo("0");
  }

  /** Two codes are equal without their meanings. */
  private static List<String> meanings(ContentItem report) {
    return report
        .walk()
        .flatMap(item -> Stream.concat(item.name().stream(), item.code().stream()))
        .map(Code::meaning)
        .toList();
  }

  private static ContentItem read(ModelFacts facts, ScreenedFilm film) {
    return ContentReader.read(ReadBack.of(facts, film, ResultKind.STRUCTURED_REPORT));
  }

  private static List<ContentItem> named(ContentItem report, String code) {
    return report.walk().filter(item -> item.isNamed(code)).toList();
  }

  private static double number(ContentItem report, String code) {
    return named(report, code).get(0).number().orElseThrow();
  }

  private static String code(ContentItem report, String code) {
    return named(report, code).get(0).code().orElseThrow().value();
  }

  private static List<String> texts(ContentItem report, String code) {
    return named(report, code).stream().map(ContentItem::text).toList();
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-12);
  }
}
