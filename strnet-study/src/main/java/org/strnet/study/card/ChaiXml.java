package org.strnet.study.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.strnet.report.Wording;
import org.strnet.study.document.MarkdownText;

/**
 * A card as XML in the structure of the Applied Model Card v0.2 of the Coalition for Health AI
 * (repository coalition-for-health-ai/mc-schema, {@code v0.2/schema.xsd}): the same elements in the
 * same order, without the optional signature. Its texts are Markdown, as the schema's documentation
 * allows. A required statement nobody made reads "not stated"; an optional one is left out.
 *
 * <p>{@code ValueJson} follows the examples beside the schema, which does not define it: {@code
 * estimate_ci} for a figure with its interval and {@code single} for one without. Label and n stand
 * together, so that no figure travels without its n.
 */
public final class ChaiXml {

  /** Namespace of the schema. */
  public static final String NAMESPACE = "https://mc.chai.org/v0.2/schema.xsd";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEVEL = 95;

  private ChaiXml() {}

  /** The whole document. */
  public static String of(AppliedModelCard card) {
    StringWriter text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      new XmlTree(xml).root(NAMESPACE, "AppliedModelCard", tree -> sections(tree, card));
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return text + "\n";
  }

  private static void sections(XmlTree xml, AppliedModelCard card) throws XMLStreamException {
    var identity = card.identity();
    xml.parent(
        "BasicInfo",
        info -> {
          info.leaf("ModelName", MarkdownText.line(identity.name()));
          info.leaf("ModelDeveloper", required(identity.developer()));
          info.leaf("DeveloperContact", required(identity.contact()));
        });
    xml.parent("ReleaseInfo", info -> release(info, card.release()));
    xml.parent("ModelSummary", summary -> summary(summary, identity));
    xml.parent("UsesAndDirections", uses -> uses(uses, card.uses()));
    xml.parent("Warnings", warnings -> warnings(warnings, card.warnings()));
    xml.parent("TrustIngredients", trust -> trust(trust, card.system()));
    xml.parent(
        "KeyMetrics",
        metrics -> {
          metrics.parent(
              "UsefulnessUsabilityEfficacy", m -> metric(m, card.metrics().usefulness()));
          metrics.parent("FairnessEquity", m -> metric(m, card.metrics().fairness()));
          metrics.parent("SafetyReliability", m -> metric(m, card.metrics().safety()));
        });
    xml.parent("Resources", resources -> resources(resources, card.resources()));
    xml.leaf("Bibliography", card.resources().bibliography());
  }

  private static void release(XmlTree xml, AppliedModelCard.Release release)
      throws XMLStreamException {
    xml.leaf("ReleaseStage", MarkdownText.line(release.stage()));
    xml.leaf("ReleaseDate", release.date());
    xml.leaf("ReleaseVersion", MarkdownText.line(release.version()));
    xml.leaf("GlobalAvailability", required(release.availability()));
    optional(xml, "RegulatoryApproval", release.regulatory());
  }

  private static void summary(XmlTree xml, AppliedModelCard.Identity identity)
      throws XMLStreamException {
    xml.leaf("Summary", MarkdownText.line(identity.summary() + " " + Wording.RESEARCH_USE));
    xml.parent(
        "Keywords",
        keywords -> {
          for (String keyword : identity.keywords()) {
            keywords.leaf("Keyword", MarkdownText.line(keyword));
          }
        });
  }

  private static void uses(XmlTree xml, AppliedModelCard.Uses uses) throws XMLStreamException {
    xml.leaf("IntendedUseAndWorkflow", MarkdownText.line(uses.intendedUse()));
    xml.leaf("PrimaryIntendedUsers", required(uses.users()));
    xml.leaf("HowToUse", MarkdownText.line(uses.howToUse()));
    xml.leaf("TargetedPatientPopulation", required(uses.population()));
    xml.leaf("CautionedOutOfScopeSettings", list(uses.outOfScope()));
  }

  private static void warnings(XmlTree xml, AppliedModelCard.Warnings warnings)
      throws XMLStreamException {
    xml.leaf("KnownRisksAndLimitations", list(warnings.risks()));
    xml.leaf("KnownBiasesOrEthicalConsiderations", list(warnings.biases()));
    xml.leaf("ClinicalRiskLevel", required(warnings.riskLevel()));
  }

  private static void trust(XmlTree xml, AppliedModelCard.SystemFacts system)
      throws XMLStreamException {
    xml.parent(
        "AISystemFacts",
        facts -> {
          facts.leaf("OutcomesAndOutputs", list(system.outputs()));
          facts.leaf("ModelType", MarkdownText.line(system.modelType()));
          facts.leaf("InputDataSource", MarkdownText.line(system.developmentData()));
          facts.leaf("OutputAndInputDataTypes", list(system.inputs()));
          facts.leaf(
              "DevelopmentDataCharacterization", required(system.developmentCharacteristics()));
          facts.leaf("BiasMitigationApproaches", required(system.biasMitigation()));
          facts.leaf("OngoingMaintenance", required(system.maintenance()));
          optional(facts, "Security", system.security());
          optional(facts, "Transparency", system.transparency());
        });
    xml.parent(
        "TransparencyInformation",
        information -> {
          information.leaf("FundingSource", required(system.funding()));
          optional(information, "ThirdPartyInformation", system.thirdParties());
          information.leaf("StakeholdersConsulted", required(system.stakeholders()));
        });
  }

  private static void metric(XmlTree xml, KeyMetric metric) throws XMLStreamException {
    xml.leaf("MetricGoal", MarkdownText.line(metric.goal()));
    xml.parent(
        "Results",
        results -> {
          if (metric.results().isEmpty()) {
            result(results, "not measured", single().put("value", "not measured"));
          }
          for (CardFigure figure : metric.results()) {
            result(results, "%s (n = %d)".formatted(figure.label(), figure.n()), value(figure));
          }
        });
    xml.leaf("Interpretation", required(metric.interpretation()));
    xml.leaf("TestType", required(metric.testType()));
    xml.leaf("TestingDataDescription", required(metric.data()));
    xml.leaf("ValidationProcessAndJustification", required(metric.validation()));
  }

  private static void result(XmlTree xml, String label, ObjectNode value)
      throws XMLStreamException {
    xml.parent(
        "MetricResult",
        result -> {
          result.leaf("Label", MarkdownText.line(label));
          result.leaf("ValueJson", json(value));
        });
  }

  private static ObjectNode value(CardFigure figure) {
    if (figure.value().isEmpty()) {
      return single().put("value", figure.method());
    }
    if (figure.low().isEmpty()) {
      return single().put("value", figure.value().orElseThrow());
    }
    return JSON.createObjectNode()
        .put("kind", "estimate_ci")
        .put("estimate", figure.value().orElseThrow())
        .put("lower", figure.low().orElseThrow())
        .put("upper", figure.high().orElseThrow())
        .put("level", LEVEL);
  }

  private static ObjectNode single() {
    return JSON.createObjectNode().put("kind", "single");
  }

  private static String json(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain numbers and texts", e);
    }
  }

  private static void resources(XmlTree xml, AppliedModelCard.Resources resources)
      throws XMLStreamException {
    optional(xml, "EvaluationReferences", resources.references());
    xml.leaf("PeerReviewedPublications", required(resources.publications()));
    xml.leaf("PatientConsentOrDisclosure", required(resources.consent()));
  }

  private static void optional(XmlTree xml, String name, Optional<String> text)
      throws XMLStreamException {
    if (text.isPresent()) {
      xml.leaf(name, MarkdownText.line(text.get()));
    }
  }

  private static String required(Optional<String> text) {
    return text.map(MarkdownText::line).orElse(CardSection.UNKNOWN);
  }

  private static String list(List<String> lines) {
    return lines.isEmpty()
        ? CardSection.UNKNOWN
        : lines.stream()
            .map(line -> "- " + MarkdownText.line(line))
            .collect(Collectors.joining("\n"));
  }
}
