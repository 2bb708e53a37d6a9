package org.strnet.dataset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.provenance.BadInputException;

/** How a column's value becomes a yes or no. An empty value is not known. */
public sealed interface LabelRule {

  /** The label of a value that is not empty; absent if the value fits neither side. */
  Optional<Boolean> label(String value);

  /** What fits, for messages: {@code at least 2 or below}. */
  String expected();

  /** As written in a configuration, without the column. */
  Map<String, Object> toJson();

  /** 1, yes or true against 0, no or false. */
  record YesNo() implements LabelRule {
    @Override
    public Optional<Boolean> label(String value) {
      return new RowReader(0, Map.of("", value), new Faults()).yesNo("");
    }

    @Override
    public String expected() {
      return "yes or no";
    }

    @Override
    public Map<String, Object> toJson() {
      return Map.of();
    }
  }

  /**
   * One word against another, compared without case.
   *
   * @param positive the word for yes
   * @param negative the word for no
   */
  record Words(String positive, String negative) implements LabelRule {
    /** Checks that the words differ. */
    public Words {
      if (positive.isBlank() || negative.isBlank() || positive.equalsIgnoreCase(negative)) {
        throw new IllegalArgumentException(
            "positive and negative must be different words, found '%s', '%s'"
                .formatted(positive, negative));
      }
    }

    @Override
    public Optional<Boolean> label(String value) {
      if (value.equalsIgnoreCase(positive)) {
        return Optional.of(true);
      }
      return value.equalsIgnoreCase(negative) ? Optional.of(false) : Optional.empty();
    }

    @Override
    public String expected() {
      return positive + " or " + negative;
    }

    @Override
    public Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("positive", positive);
      json.put("negative", negative);
      return json;
    }
  }

  /**
   * A number that reaches a limit against one below it.
   *
   * @param limit lowest number that is a yes
   */
  record AtLeast(double limit) implements LabelRule {
    /** Checks that the limit is a number. */
    public AtLeast {
      if (!Double.isFinite(limit)) {
        throw new IllegalArgumentException("atLeast must be a number, found " + limit);
      }
    }

    @Override
    public Optional<Boolean> label(String value) {
      OptionalDouble number = DecimalNumber.parse(value);
      return number.isEmpty() ? Optional.empty() : Optional.of(number.getAsDouble() >= limit);
    }

    @Override
    public String expected() {
      return "a number";
    }

    @Override
    public Map<String, Object> toJson() {
      return Map.of("atLeast", limit);
    }
  }

  /**
   * The label of a film, absent where its column is empty.
   *
   * @throws BadInputException naming row, column and value if the value fits neither side
   */
  default Optional<Boolean> label(CohortFilm film, String column) {
    String value = film.value(column).strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Boolean> label = label(value);
    if (label.isEmpty()) {
      throw new BadInputException(
          "row " + film.row(), "%s must be %s, found '%s'".formatted(column, expected(), value));
    }
    return label;
  }
}
