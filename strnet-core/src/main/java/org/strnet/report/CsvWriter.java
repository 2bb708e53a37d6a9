package org.strnet.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.strnet.decision.Zone;
import org.strnet.network.ContinuousTarget;
import org.strnet.network.Precision;

/**
 * One row per film, the figures those of the worst knee; empty where there is nothing to say. A
 * last column names the precision where it is not float32, another one the zone where there are
 * three.
 */
public final class CsvWriter implements ResultWriter {

  private final Writer out;
  private final ModelFacts facts;

  /**
   * @param out flushed after every row, closed with this
   * @param facts of the network
   */
  public CsvWriter(Writer out, ModelFacts facts) throws IOException {
    this.facts = facts;
    this.out = out;
    print(header());
  }

  @Override
  public void write(FilmResult result) throws IOException {
    List<Object> row = new ArrayList<>();
    row.add(result.image());
    result.fold(
        film -> assessed(row, film),
        film ->
            unscored(row, "not_assessable", Wording.code(film.why().reason()), film.why().detail()),
        film -> unscored(row, "failed", "failed", film.message()));
    row.add(facts.operatingPoint().threshold());
    row.add(facts.bundle());
    row.add(facts.sha256());
    if (facts.precision() != Precision.FLOAT32) {
      row.add(facts.precision().code());
    }
    if (facts.zones().isPresent()) {
      row.add(result.fold(this::zone, film -> "", film -> ""));
    }
    print(row);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void print(List<?> fields) throws IOException {
    out.append(fields.stream().map(CsvWriter::quoted).collect(Collectors.joining(",")));
    out.append('\n');
    out.flush();
  }

  /** Quoted where RFC 4180 asks for it. */
  private static String quoted(Object field) {
    String text = String.valueOf(field);
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private List<String> header() {
    List<String> names = new ArrayList<>(List.of("image", "outcome", "reason"));
    names.addAll(figureNames());
    names.addAll(
        List.of(
            "decision",
            "detail",
            "knees",
            "clinical_variables",
            "heat_map",
            "threshold",
            "bundle",
            "bundle_sha256"));
    if (facts.precision() != Precision.FLOAT32) {
      names.add("precision");
    }
    if (facts.zones().isPresent()) {
      names.add("zone");
    }
    return names;
  }

  private String zone(FilmResult.Assessed film) {
    return facts.zone(film.worst()).map(Zone::code).orElse("");
  }

  private List<String> figureNames() {
    List<String> names = new ArrayList<>();
    names.add(FigureNames.screening(facts.targets()));
    facts.targets().severity().ifPresent(target -> names.add(FigureNames.severity(target)));
    Optional<ContinuousTarget> tScore = facts.targets().tScore();
    if (tScore.isPresent()) {
      String name = tScore.get().name();
      String limits = name.equals("t_score") ? "t" : name;
      names.addAll(List.of(name, limits + "_low", limits + "_high"));
    }
    return names;
  }

  private List<Object> assessed(List<Object> row, FilmResult.Assessed film) {
    KneeResult worst = film.worst();
    row.addAll(List.of("assessed", "", worst.boneLoss()));
    worst.severity().ifPresent(row::add);
    worst
        .tScore()
        .ifPresent(
            estimate -> {
              row.add(estimate.value());
              row.add(estimate.hasInterval() ? estimate.low() : "");
              row.add(estimate.hasInterval() ? estimate.high() : "");
            });
    row.add(film.decision().code());
    row.add(
        film.leftOut().stream()
            .map(knee -> "one knee " + Wording.notAssessable(knee.why()))
            .collect(Collectors.joining("; ")));
    row.add(film.knees().size());
    row.add(
        film.clinicalUsed().stream()
            .map(variable -> variable.column())
            .sorted()
            .collect(Collectors.joining(" ")));
    row.add(worst.explanation().flatMap(KneeExplanation::file).orElse(""));
    return row;
  }

  private List<Object> unscored(List<Object> row, String outcome, String reason, String detail) {
    row.addAll(List.of(outcome, reason));
    String[] figures = new String[figureNames().size()];
    Arrays.fill(figures, "");
    row.addAll(List.of((Object[]) figures));
    row.addAll(List.of("", detail, 0, "", ""));
    return row;
  }
}
