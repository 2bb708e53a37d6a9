package org.strnet.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.strnet.provenance.BadInputException;

/**
 * Which column feeds which head. Without a configuration these are the bone labels; where a
 * configuration names at least one head, a head it does not name (or calls {@code none}) is off.
 *
 * <p>As configuration: {@code {screening: {column: kl, atLeast: 2}, severity: {column: kl, atLeast:
 * 3, among: positive}, tScore: {column: kl}}}.
 *
 * @param screening target of the screening head, if it is on
 * @param severity target of the severity head, if it is on; needs a screening target
 * @param tScore target of the T-score head, if it is on
 */
public record Targets(
    Optional<ScreeningTarget> screening,
    Optional<SeverityTarget> severity,
    Optional<TScoreTarget> tScore) {

  /** Bone loss, osteoporosis given bone loss, T-score. */
  public static final Targets BONE =
      new Targets(
          Optional.of(ScreeningTarget.BONE_LOSS),
          Optional.of(SeverityTarget.OSTEOPOROSIS),
          Optional.of(TScoreTarget.T_SCORE));

  private static final Set<String> HEADS = Set.of("screening", "severity", "tScore");

  /** Checks that there is something to learn and that severity has its films. */
  public Targets {
    if (screening.isEmpty() && severity.isEmpty() && tScore.isEmpty()) {
      throw new IllegalArgumentException("at least one head needs a target");
    }
    if (severity.isPresent() && screening.isEmpty()) {
      throw new IllegalArgumentException(
          "severity is learnt among films whose screening label is positive: screening must be on");
    }
  }

  /**
   * Reads a configuration.
   *
   * @throws BadInputException naming the head and the rule it breaks
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Targets fromJson(JsonNode node) {
    if (node.isNull() || node.isMissingNode() || (node.isObject() && node.isEmpty())) {
      return BONE;
    }
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!HEADS.contains(name)) {
        throw new BadInputException(
            "targets", "knows the heads screening, severity, tScore, found " + name);
      }
    }
    try {
      return new Targets(
          head(node, "screening", ScreeningTarget::fromJson),
          head(node, "severity", SeverityTarget::fromJson),
          head(node, "tScore", TScoreTarget::fromJson));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("targets", String.valueOf(e.getMessage()), e);
    }
  }

  private static <T> Optional<T> head(JsonNode node, String name, Function<JsonNode, T> reader) {
    JsonNode head = node.path(name);
    boolean off = head.isMissingNode() || head.isNull() || head.asText().equals("none");
    return off ? Optional.empty() : Optional.of(reader.apply(head));
  }

  /** As written in a configuration; a head that is off is {@code none}. */
  @JsonValue
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("screening", screening.<Object>map(ScreeningTarget::toJson).orElse("none"));
    json.put("severity", severity.<Object>map(SeverityTarget::toJson).orElse("none"));
    json.put("tScore", tScore.<Object>map(TScoreTarget::toJson).orElse("none"));
    return json;
  }

  /**
   * The labels of one film.
   *
   * @throws BadInputException naming row, column and value if a value fits no label
   */
  public Labels labels(CohortFilm film) {
    Optional<Boolean> loss = screening.flatMap(t -> t.rule().label(film, t.column()));
    Optional<Boolean> severe =
        loss.orElse(false) ? severity.flatMap(t -> t.label(film)) : Optional.empty();
    OptionalDouble number =
        tScore.isPresent() ? film.number(tScore.get().column()) : OptionalDouble.empty();
    return new Labels(Labels.of(loss), Labels.of(severe), number);
  }

  /**
   * The labels of all films, in their order.
   *
   * @throws BadInputException naming the columns that are missing, or every value that fits no
   *     label
   */
  public List<Labels> labels(Cohort cohort) {
    columns().forEach(cohort::requireColumn);
    List<Labels> labels = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (CohortFilm film : cohort.films()) {
      try {
        labels.add(labels(film));
      } catch (BadInputException e) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(cohort.source().toString(), Faults.join(faults));
    }
    return List.copyOf(labels);
  }

  /**
   * The heads whose column a cohort has; to evaluate on a cohort that knows fewer labels.
   *
   * @throws BadInputException if it has none of the columns
   */
  public Targets presentIn(Cohort cohort) {
    List<String> columns = cohort.columns();
    Optional<ScreeningTarget> ofScreening = screening.filter(t -> columns.contains(t.column()));
    Optional<SeverityTarget> ofSeverity =
        severity.filter(t -> ofScreening.isPresent() && columns.contains(t.column()));
    Optional<TScoreTarget> ofTScore = tScore.filter(t -> columns.contains(t.column()));
    if (ofScreening.isEmpty() && ofTScore.isEmpty()) {
      throw new BadInputException(
          cohort.source().toString(),
          "needs at least one of the columns %s, found %s".formatted(columns(), columns));
    }
    return new Targets(ofScreening, ofSeverity, ofTScore);
  }

  /** The columns that are read, without repetition. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>();
    screening.ifPresent(t -> columns.add(t.column()));
    severity.ifPresent(t -> columns.add(t.column()));
    tScore.ifPresent(t -> columns.add(t.column()));
    return columns.stream().distinct().toList();
  }
}
