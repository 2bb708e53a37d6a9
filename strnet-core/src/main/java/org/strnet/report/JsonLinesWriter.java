package org.strnet.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.strnet.decision.Zone;
import org.strnet.knee.KneeRegion;
import org.strnet.network.Precision;

/**
 * One JSON object per film and line. The figures at the top are those of the worst knee; each knee
 * carries its own. Keys are always there, {@code null} where there is nothing to say; a control
 * task's figures stand under the names of its targets.
 */
public final class JsonLinesWriter implements ResultWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final Writer out;
  private final ModelFacts facts;

  /**
   * @param out flushed after every line, closed with this
   * @param facts of the network
   */
  public JsonLinesWriter(Writer out, ModelFacts facts) {
    this.out = out;
    this.facts = facts;
  }

  @Override
  public void write(FilmResult result) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      film(json, result);
    }
    out.append(line.getBuffer()).append('\n');
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void film(JsonGenerator json, FilmResult result) throws IOException {
    Optional<FilmResult.Assessed> assessed =
        result.fold(Optional::of, film -> Optional.empty(), film -> Optional.empty());
    json.writeStartObject();
    json.writeStringField("image", result.image());
    json.writeStringField(
        "outcome", result.fold(film -> "assessed", film -> "not_assessable", film -> "failed"));
    text(json, "reason", reason(result));
    json.writeArrayFieldStart("knees");
    if (assessed.isPresent()) {
      knees(json, assessed.get());
    }
    json.writeEndArray();
    figures(json, assessed.map(FilmResult.Assessed::worst));
    operatingPoint(json);
    heatMap(json, assessed.map(FilmResult.Assessed::worst));
    notices(json, assessed.map(FilmResult.Assessed::notices).orElse(List.of()));
    json.writeObjectFieldStart("bundle");
    json.writeStringField("name", facts.bundle());
    json.writeStringField("sha256", facts.sha256());
    if (facts.precision() != Precision.FLOAT32) {
      json.writeStringField("precision", facts.precision().code());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Only where there are any: the keys of other films are those of the contract. */
  private static void notices(JsonGenerator json, List<String> notices) throws IOException {
    if (!notices.isEmpty()) {
      json.writeArrayFieldStart("notices");
      for (String notice : notices) {
        json.writeString(notice);
      }
      json.writeEndArray();
    }
  }

  private static Optional<String> reason(FilmResult result) {
    return result.fold(
        film -> Optional.empty(),
        film -> Optional.of(Wording.code(film.why().reason())),
        film -> Optional.of(film.message()));
  }

  private void knees(JsonGenerator json, FilmResult.Assessed film) throws IOException {
    Map<KneeRegion, Optional<KneeResult>> knees =
        new TreeMap<>(
            Comparator.comparingDouble(KneeRegion::cx).thenComparingDouble(KneeRegion::cy));
    film.leftOut().forEach(knee -> knees.put(knee.region(), Optional.empty()));
    film.knees().forEach(knee -> knees.put(knee.region(), Optional.of(knee)));
    for (var knee : knees.entrySet()) {
      json.writeStartObject();
      region(json, knee.getKey());
      figures(json, knee.getValue());
      heatMap(json, knee.getValue());
      json.writeEndObject();
    }
  }

  private static void region(JsonGenerator json, KneeRegion region) throws IOException {
    json.writeNumberField("cx", region.cx());
    json.writeNumberField("cy", region.cy());
    json.writeNumberField("plateau_width", region.plateauWidth());
    json.writeStringField("fibula_side", region.fibulaSide().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("confidence", region.confidence());
  }

  private void figures(JsonGenerator json, Optional<KneeResult> knee) throws IOException {
    number(json, FigureNames.screening(facts.targets()), knee.map(KneeResult::boneLoss));
    if (facts.targets().severity().isPresent()) {
      String name = FigureNames.severity(facts.targets().severity().get());
      number(json, name, knee.map(k -> k.severity().orElseThrow()));
    }
    json.writeFieldName("probabilities");
    if (knee.isPresent()) {
      json.writeStartObject();
      for (var entry : FigureNames.classes(facts.targets(), knee.get()).entrySet()) {
        json.writeNumberField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    } else {
      json.writeNull();
    }
    if (facts.targets().tScore().isPresent()) {
      estimate(json, facts.targets().tScore().get().name(), knee.flatMap(KneeResult::tScore));
    }
    text(json, "decision", knee.map(k -> k.decision().code()));
    if (facts.zones().isPresent()) {
      text(json, "zone", knee.flatMap(facts::zone).map(Zone::code));
    }
  }

  private static void estimate(JsonGenerator json, String name, Optional<Estimate> estimate)
      throws IOException {
    json.writeFieldName(name);
    if (estimate.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("value", estimate.get().value());
    Optional<Estimate> limits = estimate.filter(Estimate::hasInterval);
    number(json, "low", limits.map(Estimate::low));
    number(json, "high", limits.map(Estimate::high));
    json.writeEndObject();
  }

  private void operatingPoint(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("operating_point");
    json.writeNumberField("threshold", facts.operatingPoint().threshold());
    json.writeNumberField("floor", facts.operatingPoint().floor());
    json.writeStringField("rule", facts.operatingPoint().rule().code());
    json.writeEndObject();
  }

  private static void heatMap(JsonGenerator json, Optional<KneeResult> knee) throws IOException {
    text(json, "heat_map", knee.flatMap(KneeResult::explanation).flatMap(KneeExplanation::file));
  }

  private static void text(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeString(value.get());
    } else {
      json.writeNull();
    }
  }

  private static void number(JsonGenerator json, String name, Optional<Double> value)
      throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeNumber(value.get());
    } else {
      json.writeNull();
    }
  }
}
