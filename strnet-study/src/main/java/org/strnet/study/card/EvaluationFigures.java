package org.strnet.study.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.estimate.MetricsFile;
import org.strnet.provenance.BadInputException;

/**
 * The figures of an evaluation that a card quotes: {@code metrics.json}, and the subgroups of the
 * {@code study.json} beside it as metrics named {@code subgroup.COLUMN.GROUP.METRIC}.
 */
public final class EvaluationFigures {

  /** What the names of subgroups' figures begin with. */
  static final String SUBGROUP = "subgroup.";

  private EvaluationFigures() {}

  /**
   * Reads the figures of a bundle.
   *
   * @param metrics the file
   * @param sha256 identity of the bundle
   * @throws BadInputException if a file is none, or the study beside it is another bundle's
   */
  public static Metrics read(Path metrics, String sha256) {
    Metrics figures = MetricsFile.read(metrics);
    Path study = metrics.resolveSibling("study.json");
    if (!Files.isRegularFile(study)) {
      return figures;
    }
    try {
      JsonNode json = new ObjectMapper().readTree(study.toFile());
      String evaluated = json.at("/bundle/sha256").asText(sha256);
      if (!evaluated.isEmpty() && !evaluated.equals(sha256)) {
        throw new BadInputException(
            study.toString(),
            "must be a study of bundle %s, found %s".formatted(sha256, evaluated));
      }
      return figures.plus(subgroups(json.at("/subgroups/columns")));
    } catch (IOException e) {
      throw new BadInputException(study.toString(), "must be a study in JSON", e);
    }
  }

  private static Metrics subgroups(JsonNode columns) {
    Map<String, Estimate> found = new LinkedHashMap<>();
    for (JsonNode column : columns) {
      for (JsonNode group : column.path("groups")) {
        String name = SUBGROUP + column.path("column").asText() + "." + group.path("name").asText();
        group
            .path("figures")
            .properties()
            .forEach(
                figure -> found.put(name + "." + figure.getKey(), estimate(figure.getValue())));
      }
    }
    return new Metrics(found);
  }

  private static Estimate estimate(JsonNode figure) {
    int n = figure.path("n").asInt();
    if (!figure.path("value").isNumber()) {
      return new Estimate(
          OptionalDouble.empty(), Optional.empty(), n, figure.path("reason").asText());
    }
    double value = figure.path("value").asDouble();
    String method = figure.path("method").asText();
    return figure.path("low").isNumber()
        ? Estimate.of(
            value,
            new Interval(figure.path("low").asDouble(), figure.path("high").asDouble()),
            n,
            method)
        : Estimate.ofValue(value, n, method);
  }
}
