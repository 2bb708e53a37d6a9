package org.strnet.spark.storage;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.strnet.dicom.node.configuration.NodeConfiguration;
import org.strnet.dicom.node.pull.WebFilms;
import org.strnet.provenance.BadInputException;

/**
 * Archives that are asked by DICOMweb: a URL with a query, or the pulls of a node's configuration,
 * which has tokens and TLS too.
 */
public final class WebPlaces implements Serializable {

  private static final long serialVersionUID = 1;

  /** What a query may ask for, and the pull's word for it. */
  private static final Map<String, String> QUERY =
      Map.of("StudyDate", "studyDates", "Modality", "modalities", "BodyPartExamined", "bodyPart");

  /** One connection of this process to each archive. */
  private static final Map<String, List<WebFilms>> OPEN = new ConcurrentHashMap<>();

  private final ArrayList<String> configurations = new ArrayList<>();

  private WebPlaces() {}

  /** Whether a place is one of these. */
  public static boolean isNamed(String place) {
    String name = place.toLowerCase(Locale.ROOT);
    return name.matches("https?://.*") || name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /**
   * Those among some places.
   *
   * @throws BadInputException when a configuration or a query cannot be read, or names no archive
   *     that speaks DICOMweb
   */
  public static WebPlaces of(List<String> places) {
    WebPlaces web = new WebPlaces();
    for (String place : places) {
      if (isNamed(place)) {
        String configuration = place.contains("://") ? ofUrl(place) : ofFile(place);
        if (films(configuration).isEmpty()) {
          throw new BadInputException(place, "must have pulls, found none");
        }
        web.configurations.add(configuration);
      }
    }
    return web;
  }

  /** The archives, in the same order on every machine. */
  public List<WebFilms> archives() {
    return configurations.stream().flatMap(text -> films(text).stream()).toList();
  }

  /** The archive that holds a film; empty where its path is no URL of one. */
  public Optional<WebFilms> holder(String film) {
    return film.startsWith("http")
        ? archives().stream().filter(archive -> archive.holds(film)).findFirst()
        : Optional.empty();
  }

  private static List<WebFilms> films(String configuration) {
    return OPEN.computeIfAbsent(
        configuration,
        text ->
            NodeConfiguration.parse("pulls", text).pulls().stream().map(WebFilms::new).toList());
  }

  private static String ofFile(String place) {
    try {
      return Files.readString(Path.of(place), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadInputException(place, "the configuration cannot be read", e);
    }
  }

  private static String ofUrl(String place) {
    URI url = URI.create(place);
    StringBuilder pull = new StringBuilder("name: web");
    String query = Optional.ofNullable(url.getRawQuery()).orElse("");
    for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] words = part.split("=", 2);
      if (words.length != 2 || !QUERY.containsKey(words[0])) {
        throw new BadInputException(
            place, "a query has %s, found '%s'".formatted(QUERY.keySet(), part));
      }
      String value = URLDecoder.decode(words[1], StandardCharsets.UTF_8);
      pull.append(", ").append(QUERY.get(words[0])).append(": ").append(quoted(value));
    }
    String base = place.replaceAll("[?#].*$", "");
    return "pulls: [{%s, peer: {protocol: dicomweb, url: %s}}]".formatted(pull, quoted(base));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
