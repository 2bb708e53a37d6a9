package org.strnet.study.card;

import java.util.List;
import java.util.stream.Collectors;
import org.strnet.study.card.CardSection.Statement;

/** The order in which a card is read. */
final class CardOutline {

  private CardOutline() {}

  static List<CardSection> of(AppliedModelCard card) {
    return List.of(
        uses(card),
        warnings(card.warnings()),
        metric("Measured: usefulness", card.metrics().usefulness()),
        metric("Measured: safety", card.metrics().safety()),
        metric("Measured: fairness", card.metrics().fairness()),
        system(card.system()),
        openness(card),
        release(card),
        provenance(card.provenance()));
  }

  private static CardSection uses(AppliedModelCard card) {
    var uses = card.uses();
    return CardSection.of(
        "Uses and directions",
        Statement.of("Intended use", uses.intendedUse()),
        Statement.of("Made for", uses.users()),
        Statement.of("How to use it", uses.howToUse()),
        Statement.of("Patients", uses.population()),
        new Statement("Not for", uses.outOfScope()));
  }

  private static CardSection warnings(AppliedModelCard.Warnings warnings) {
    return CardSection.of(
        "Warnings",
        new Statement("Risks and limits", warnings.risks()),
        new Statement("Biases and ethics", warnings.biases()),
        Statement.of("Clinical risk level", warnings.riskLevel()));
  }

  private static CardSection metric(String title, KeyMetric metric) {
    return new CardSection(
        title,
        List.of(
            Statement.of("Question", metric.goal()),
            Statement.of("Reading", metric.interpretation()),
            Statement.of("Kind of test", metric.testType()),
            Statement.of("Films", metric.data()),
            Statement.of("How obtained", metric.validation())),
        metric.results());
  }

  private static CardSection system(AppliedModelCard.SystemFacts system) {
    return CardSection.of(
        "How it works",
        new Statement("Output", system.outputs()),
        Statement.of("Model", system.modelType()),
        new Statement("Input", system.inputs()),
        Statement.of("Trained on", system.developmentData()),
        Statement.of("Patients of those films", system.developmentCharacteristics()),
        Statement.of("Against bias", system.biasMitigation()),
        Statement.of("Maintenance", system.maintenance()),
        Statement.of("Security", system.security()),
        Statement.of("Transparency", system.transparency()));
  }

  private static CardSection openness(AppliedModelCard card) {
    return CardSection.of(
        "Openness and resources",
        Statement.of("Funding", card.system().funding()),
        Statement.of("Third parties", card.system().thirdParties()),
        Statement.of("Asked", card.system().stakeholders()),
        Statement.of("To check the figures", card.resources().references()),
        Statement.of("Publications", card.resources().publications()),
        Statement.of("Patients' consent", card.resources().consent()));
  }

  private static CardSection release(AppliedModelCard card) {
    var release = card.release();
    return CardSection.of(
        "Release",
        Statement.of("Stage", release.stage()),
        Statement.of("Date", release.date()),
        Statement.of("Version", release.version()),
        Statement.of("Availability", release.availability()),
        Statement.of("Clearance", release.regulatory()),
        Statement.of("Developer", card.identity().developer()),
        Statement.of("Contact", card.identity().contact()),
        Statement.of("Identity (SHA-256)", card.identity().sha256()));
  }

  private static CardSection provenance(AppliedModelCard.Provenance provenance) {
    String libraries =
        provenance.libraries().entrySet().stream()
            .map(library -> library.getKey() + " " + library.getValue())
            .collect(Collectors.joining(", "));
    return CardSection.of(
        "Provenance",
        Statement.of("Cohort (SHA-256)", provenance.cohortHash()),
        Statement.of("Split (SHA-256)", provenance.splitHash()),
        Statement.of("Seed", Long.toString(provenance.seed())),
        Statement.of("Commit of the program", provenance.commit()),
        Statement.of("Command", provenance.command()),
        new Statement("Libraries", libraries.isEmpty() ? List.of() : List.of(libraries)));
  }
}
