package org.strnet.study.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.strnet.bundle.BundleManifest;
import org.xml.sax.SAXException;

/**
 * The XML against {@code applied-model-card-v0.2.xsd}: the structure of CHAI's schema v0.2, written
 * down for this test in this project's own form.
 */
class ChaiXmlTest {

  private static Validator validator() throws SAXException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory
        .newSchema(ChaiXmlTest.class.getResource("applied-model-card-v0.2.xsd"))
        .newValidator();
  }

  private static void validate(String xml) throws SAXException, IOException {
    validator().validate(new StreamSource(new StringReader(xml)));
  }

  private static String xml(BundleManifest manifest) {
    return ChaiXml.of(BundleCard.of(manifest, Optional.empty(), Optional.empty()));
  }

  @Test
  void the_card_of_any_bundle_is_valid() throws Exception {
    for (BundleManifest manifest :
        List.of(
            TestBundles.full(),
            TestBundles.bare(),
            TestBundles.hostile("]]> <a b='c'> & \u0001 \ud83e\uddb4 \ud800"))) {
      validate(xml(manifest));
    }
  }

  @Test
  void characters_xml_cannot_hold_are_replaced_and_others_survive() {
    assertThat(xml(TestBundles.hostile("a\u0001b \ud83e\uddb4")))
        .contains("a\ufffdb \ud83e\uddb4")
        .doesNotContain("\u0001");
  }

  /** Each change breaks one rule of the structure. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          <ModelDeveloper>not stated</ModelDeveloper>,        '',                    DeveloperContact
          <ClinicalRiskLevel>not stated</ClinicalRiskLevel>,  '',                    Warnings
          HowToUse,                                           HowNotToUse,           HowNotToUse
          MetricResult>,                                      MetricOutcome>,        MetricOutcome
          v0.2/schema.xsd,                                    v0.1/schema.xsd,       AppliedModelCard
          """)
  void a_card_that_breaks_the_structure_is_invalid(String part, String instead, String named) {
    String broken = xml(TestBundles.full()).replace(part, instead);
    assertThatThrownBy(() -> validate(broken))
        .isInstanceOf(SAXException.class)
        .hasMessageContaining(named);
  }

  @Test
  void a_figure_travels_with_its_interval_as_json_and_its_n_in_the_label() throws Exception {
    String xml = xml(TestBundles.full());
    assertThat(xml).contains("<Label>AUROC (n = 110)</Label>");
    int from = xml.indexOf("<ValueJson>") + "<ValueJson>".length();
    JsonNode value = new ObjectMapper().readTree(xml.substring(from, xml.indexOf("</Val", from)));
    assertThat(value.toString())
        .isEqualTo(
            "{\"kind\":\"estimate_ci\",\"estimate\":0.8125,\"lower\":0.7,\"upper\":0.9,\"level\":95}");
  }

  @Test
  void a_question_nobody_measured_says_so_where_the_schema_wants_a_result() {
    assertThat(xml(TestBundles.bare()))
        .contains("<ValueJson>{\"kind\":\"single\",\"value\":\"not measured\"}</ValueJson>");
  }
}
