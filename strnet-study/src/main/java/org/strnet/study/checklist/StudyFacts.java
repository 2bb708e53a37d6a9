package org.strnet.study.checklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.strnet.bundle.BundleManifest;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.study.StudyResults;

/**
 * What the program knows of a study when a checklist is answered: facts by name, and places by
 * code. Start from {@link #NONE} and add what there is; later facts do not replace earlier ones.
 */
public final class StudyFacts {

  /** Nothing is known: every item is missing. */
  public static final StudyFacts NONE = new StudyFacts(Map.of(), Map.of());

  private static final String REPORT = "report.html";
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z0-9_.]+)}");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9._-]+\\.(json|csv|html|md)");
  private static final Map<String, String> PHRASES = ItemsFile.phrases();

  private final Map<String, String> facts;
  private final Map<String, Place> places;

  private StudyFacts(Map<String, String> facts, Map<String, Place> places) {
    this.facts = facts;
    this.places = places;
  }

  /**
   * Adds a bundle.
   *
   * @param sha256 its identity
   */
  public StudyFacts withBundle(BundleManifest manifest, String sha256) {
    Map<String, Place> card = new LinkedHashMap<>();
    for (String part : new String[] {"warnings", "system"}) {
      card.put("card:" + part, new Place("model card (strnet card): " + part, Optional.empty()));
    }
    return plus(BundleFacts.of(manifest, sha256), card);
  }

  /** Adds figures of an evaluation. */
  public StudyFacts withMetrics(Metrics metrics) {
    Map<String, String> more = new LinkedHashMap<>();
    Map<String, Place> groups = new LinkedHashMap<>();
    more.put("metrics.count", Integer.toString(metrics.names().size()));
    metrics
        .estimates()
        .forEach(
            (name, estimate) -> {
              more.put("metric." + name, text(estimate));
              more.put("method." + name, estimate.method());
              for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                String group = name.substring(0, dot);
                groups.put("metrics:" + group, inMetrics(group));
              }
            });
    return plus(more, groups);
  }

  /** Adds everything a study found, its figures included. */
  public StudyFacts withResults(StudyResults results) {
    return plus(ResultsFacts.of(results.description()), Map.of()).withMetrics(results.metrics());
  }

  /**
   * Adds the files of a study's folder, and the sections its report has.
   *
   * @throws IOException when reading fails
   */
  public StudyFacts withFolder(Path folder) throws IOException {
    Map<String, Place> found = new LinkedHashMap<>();
    try (var files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> FILE.matcher(name).matches())
          .sorted()
          .forEach(name -> found.put("file:" + name, new Place(name, Optional.of(name))));
    }
    if (found.containsKey("file:" + REPORT)) {
      String report = Files.readString(folder.resolve(REPORT));
      for (ReportSection section : ReportSection.values()) {
        if (report.contains("id=\"" + section.id() + "\"")) {
          found.put(
              "report:" + section.id(),
              new Place(REPORT + ": " + section.words(), Optional.of(REPORT + "#" + section.id())));
        }
      }
    }
    return plus(Map.of(), found);
  }

  /** A place by its code, if it is there. */
  Optional<Place> place(String code) {
    return Optional.ofNullable(places.get(code));
  }

  /** A sentence with its facts; empty when one of them is unknown. */
  Optional<String> sentence(String template) {
    StringBuilder text = new StringBuilder();
    Matcher names = NAME.matcher(template);
    while (names.find()) {
      Optional<String> value = value(names.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      names.appendReplacement(text, Matcher.quoteReplacement(value.get()));
    }
    names.appendTail(text);
    return Optional.of(text.toString());
  }

  /** A fact, else a phrase all of whose facts are known. */
  private Optional<String> value(String name) {
    String fact = facts.get(name);
    if (fact != null) {
      return Optional.of(fact);
    }
    return Optional.ofNullable(PHRASES.get(name)).flatMap(this::sentence);
  }

  private StudyFacts plus(Map<String, String> moreFacts, Map<String, Place> morePlaces) {
    Map<String, String> allFacts = new LinkedHashMap<>(moreFacts);
    allFacts.putAll(facts);
    Map<String, Place> allPlaces = new LinkedHashMap<>(morePlaces);
    allPlaces.putAll(places);
    return new StudyFacts(
        Collections.unmodifiableMap(allFacts), Collections.unmodifiableMap(allPlaces));
  }

  private static Place inMetrics(String group) {
    return new Place("metrics.json: " + group + ".*", Optional.of("metrics.json"));
  }

  private static String text(Estimate estimate) {
    if (estimate.isEstimable() && estimate.method().equals("count")) {
      return Long.toString(Math.round(estimate.value().getAsDouble()));
    }
    return estimate.text();
  }
}
