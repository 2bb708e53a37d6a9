package org.strnet.training.finder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.strnet.knee.KneeFinderSpecification;
import org.strnet.knee.KneeRegion;

/** Writes what a study found: {@code figures.json}, {@code films.csv}, {@code knee.json}. */
final class FinderReport {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String[] COLUMNS = {
    "image",
    "fold",
    "confidence",
    "regions",
    "cx",
    "cy",
    "plateau_width",
    "fibula_side",
    "centre_error",
    "width_error",
    "annotated_side"
  };

  private FinderReport() {}

  /** Every figure as {@code {value, n}}, numbers that are not finite as words. */
  static void figures(JointEvaluation evaluation, Path file) {
    ObjectNode root = JSON.createObjectNode();
    evaluation
        .figures()
        .forEach(
            (name, figure) -> {
              ObjectNode node = root.putObject(name).put("n", figure.n());
              if (Double.isFinite(figure.value())) {
                node.put("value", figure.value());
              } else {
                node.put("value", Double.toString(figure.value()));
              }
            });
    write(root, file);
  }

  /** One row per film; errors are empty where the film was refused or shows no knee. */
  static void films(JointEvaluation evaluation, Path file) {
    List<String> lines = new ArrayList<>();
    lines.add(CSVFormat.RFC4180.format((Object[]) COLUMNS));
    for (FilmResult film : evaluation.all()) {
      lines.add(CSVFormat.RFC4180.format(row(film).toArray()));
    }
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Object> row(FilmResult film) {
    boolean compared = film.annotated().isPresent();
    Optional<KneeRegion> region = compared ? film.nearest() : film.found().stream().findFirst();
    return List.of(
        film.image(),
        film.fold(),
        film.confidence(),
        film.found().size(),
        cell(region, KneeRegion::cx),
        cell(region, KneeRegion::cy),
        cell(region, KneeRegion::plateauWidth),
        cell(region, KneeRegion::fibulaSide),
        compared ? cell(region, film::centreError) : "",
        compared ? cell(region, film::widthError) : "",
        cell(film.annotated(), KneeRegion::fibulaSide));
  }

  /** The settings under the names they have in a bundle, and where the network comes from. */
  static void specification(
      KneeFinderSpecification finder, Map<String, String> provenance, Path file) {
    ObjectNode root = JSON.createObjectNode();
    root.putObject("knee_finder")
        .put("input_size", finder.inputSize())
        .put("candidate_confidence", finder.candidateConfidence())
        .put("confidence_threshold", finder.confidenceThreshold())
        .put("maximum_knees", finder.maximumKnees())
        .put("merge_distance", finder.mergeDistance())
        .put("close_up_widths", finder.closeUpWidths());
    ObjectNode origin = root.putObject("provenance");
    provenance.forEach(origin::put);
    write(root, file);
  }

  private static void write(ObjectNode root, Path file) {
    try {
      Files.writeString(file, JSON.writeValueAsString(root) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(Optional<KneeRegion> region, Function<KneeRegion, Object> value) {
    return region.map(value).map(Object::toString).orElse("");
  }
}
