package org.strnet.study.checklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.strnet.bundle.BundleManifest;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.provenance.BadInputException;

/**
 * What the program knows of a study when a checklist is answered: facts by name, and places by
 * code. Start from {@link #NONE} and add what there is; later facts do not replace earlier ones.
 */
public final class StudyFacts {

  /** Nothing is known: every item is missing. */
  public static final StudyFacts NONE = new StudyFacts(Map.of(), Map.of());

  private static final String METRICS = "metrics.json";
  private static final String REPORT = "report.html";
  private static final String STUDY = "study.json";
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
   * @throws BadInputException if the study names another bundle
   */
  public StudyFacts withBundle(BundleManifest manifest, String sha256) {
    String evaluated = facts.getOrDefault("study.bundle_sha256", sha256);
    if (!evaluated.equals(sha256)) {
      throw new BadInputException(
          "bundle " + manifest.name(),
          "must be the one the study evaluated (%s), found %s".formatted(evaluated, sha256));
    }
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
                groups.put("metrics:" + group, inMetrics(group + ".*"));
              }
              groups.put("metrics:" + name, inMetrics(name));
            });
    return plus(more, groups);
  }

  /**
   * What the folder of a study tells: {@code metrics.json}, {@code study.json}, the parts of {@code
   * report.html}, and the other files there.
   *
   * @throws BadInputException if there are no metrics, or a file is damaged
   * @throws IOException when reading fails
   */
  public static StudyFacts ofFolder(Path folder) throws IOException {
    Set<String> files = names(folder);
    if (!files.contains(METRICS)) {
      throw new BadInputException(folder.toString(), "must be a study's folder with " + METRICS);
    }
    Map<String, String> facts = new LinkedHashMap<>();
    Map<String, Place> places = new LinkedHashMap<>();
    files.forEach(name -> places.put("file:" + name, new Place(name, Optional.of(name))));
    String report = files.contains(REPORT) ? Files.readString(folder.resolve(REPORT)) : "";
    for (ReportSection section : ReportSection.values()) {
      if (section.isIn(report)) {
        places.put("report:" + section.code(), section.place());
      }
    }
    StudyFileFacts.TABLES.keySet().forEach(table -> places.remove("report:" + table));
    if (files.contains(STUDY)) {
      StudyFileFacts study = StudyFileFacts.read(folder.resolve(STUDY));
      facts.putAll(study.facts());
      tables(study, report, places);
    }
    return new StudyFacts(facts, places).withMetrics(MetricsFile.read(folder.resolve(METRICS)));
  }

  /** A table is pointed to only where it holds something: in the report, else in the file. */
  private static void tables(StudyFileFacts study, String report, Map<String, Place> places) {
    for (ReportSection section : ReportSection.values()) {
      if (StudyFileFacts.TABLES.containsKey(section.code()) && study.has(section.code())) {
        Place inFile = new Place(STUDY + ": " + section.code(), Optional.of(STUDY));
        places.put("report:" + section.code(), section.isIn(report) ? section.place() : inFile);
      }
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder.toString(), "there is no such folder");
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> FILE.matcher(name).matches())
          .collect(Collectors.toCollection(TreeSet::new));
    }
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

  private static Place inMetrics(String which) {
    return new Place(METRICS + ": " + which, Optional.of(METRICS));
  }

  private static String text(Estimate estimate) {
    if (estimate.isEstimable() && estimate.method().equals("count")) {
      return Long.toString(Math.round(estimate.value().getAsDouble()));
    }
    return estimate.text();
  }
}
