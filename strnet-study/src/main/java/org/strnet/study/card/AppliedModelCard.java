package org.strnet.study.card;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a reader must know of a model before using it, in the sections of CHAI's Applied Model Card
 * v0.2 and with the provenance that makes it repeatable. An empty statement is one that nobody
 * made.
 *
 * @param identity what it is and who made it
 * @param release in which state it is
 * @param uses what it is for, and what not
 * @param warnings what can go wrong
 * @param system how it works and what it was made from
 * @param metrics what was measured
 * @param resources where to read on
 * @param provenance what is needed to make it again
 */
public record AppliedModelCard(
    Identity identity,
    Release release,
    Uses uses,
    Warnings warnings,
    SystemFacts system,
    KeyMetrics metrics,
    Resources resources,
    Provenance provenance) {

  /** Version of {@code card.json}. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * @param name the bundle's name
   * @param sha256 the bundle's identity; empty for one that was not written yet
   * @param developer who made it
   * @param contact where to write to
   * @param summary one paragraph
   * @param keywords words to find it by
   */
  public record Identity(
      String name,
      Optional<String> sha256,
      Optional<String> developer,
      Optional<String> contact,
      String summary,
      List<String> keywords) {
    /** Copies the list. */
    public Identity {
      keywords = List.copyOf(keywords);
    }
  }

  /**
   * @param stage for instance research use only
   * @param date day training ended, ISO 8601
   * @param version which one it is
   * @param availability where it may be had
   * @param regulatory which clearance is claimed
   */
  public record Release(
      String stage,
      String date,
      String version,
      Optional<String> availability,
      Optional<String> regulatory) {
    /** Checks the date. */
    public Release {
      LocalDate.parse(date);
    }
  }

  /**
   * @param intendedUse the bundle's own words
   * @param users who it is made for
   * @param howToUse what a user does with it
   * @param population whose films
   * @param outOfScope what it must not be used for
   */
  public record Uses(
      String intendedUse,
      Optional<String> users,
      String howToUse,
      Optional<String> population,
      List<String> outOfScope) {
    /** Copies the list. */
    public Uses {
      outOfScope = List.copyOf(outOfScope);
    }
  }

  /**
   * @param risks known risks and limits
   * @param biases known biases and ethical considerations
   * @param riskLevel clinical risk level somebody assigned
   */
  public record Warnings(List<String> risks, List<String> biases, Optional<String> riskLevel) {
    /** Copies the lists. */
    public Warnings {
      risks = List.copyOf(risks);
      biases = List.copyOf(biases);
    }
  }

  /**
   * @param outputs what it estimates
   * @param modelType what kind of model it is
   * @param inputs what it takes
   * @param developmentData what it was trained on
   * @param developmentCharacteristics who the patients of those films are
   * @param biasMitigation what was done about bias
   * @param maintenance who keeps it up, and how
   * @param security how it is protected
   * @param transparency what can be read of it
   * @param funding who paid
   * @param thirdParties whose parts it contains
   * @param stakeholders who was asked
   */
  public record SystemFacts(
      List<String> outputs,
      String modelType,
      List<String> inputs,
      String developmentData,
      Optional<String> developmentCharacteristics,
      Optional<String> biasMitigation,
      Optional<String> maintenance,
      Optional<String> security,
      Optional<String> transparency,
      Optional<String> funding,
      Optional<String> thirdParties,
      Optional<String> stakeholders) {
    /** Copies the lists. */
    public SystemFacts {
      outputs = List.copyOf(outputs);
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * @param usefulness does it find what it looks for
   * @param fairness for everybody alike
   * @param safety and what does it miss
   */
  public record KeyMetrics(KeyMetric usefulness, KeyMetric fairness, KeyMetric safety) {}

  /**
   * @param references where the figures can be checked
   * @param publications what was published
   * @param consent what patients were told
   * @param bibliography works this rests on, in BibTeX
   */
  public record Resources(
      Optional<String> references,
      Optional<String> publications,
      Optional<String> consent,
      String bibliography) {}

  /**
   * @param cohortHash SHA-256 of the cohort file
   * @param splitHash SHA-256 of the assignment to sides
   * @param seed of every random choice
   * @param commit of the program that trained it
   * @param command that was run
   * @param libraries versions by name
   * @param configuration the whole effective configuration
   */
  public record Provenance(
      String cohortHash,
      String splitHash,
      long seed,
      String commit,
      String command,
      Map<String, String> libraries,
      String configuration) {
    /** Copies the map, sorted by name. */
    public Provenance {
      libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }
  }
}
