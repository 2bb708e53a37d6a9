package org.strnet.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads typed values of one row and notes what does not fit, instead of stopping at the first. */
final class RowReader {

  private final int row;
  private final Map<String, String> values;
  private final Faults faults;

  RowReader(int row, Map<String, String> values, Faults faults) {
    this.row = row;
    this.values = values;
    this.faults = faults;
  }

  int row() {
    return row;
  }

  Map<String, String> values() {
    return values;
  }

  /** What is written, without surrounding blanks; absent where the column or the value is. */
  Optional<String> text(String column) {
    String written = values.getOrDefault(column, "").strip();
    return written.isEmpty() ? Optional.empty() : Optional.of(written);
  }

  /** The same in lower case, for words. */
  Optional<String> word(String column) {
    return text(column).map(written -> written.toLowerCase(Locale.ROOT));
  }

  /** A number within a range; a fault and absent if it is none or outside. */
  OptionalDouble number(String column, double lowest, double highest) {
    Optional<String> written = text(column);
    if (written.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble value = DecimalNumber.parse(written.get());
    if (value.isEmpty()) {
      fault(column, "must be a number", written.get());
    } else if (value.getAsDouble() < lowest || value.getAsDouble() > highest) {
      fault(column, "must be %s to %s".formatted(plain(lowest), plain(highest)), written.get());
      return OptionalDouble.empty();
    }
    return value;
  }

  /** Yes or no; a fault and absent if it is neither. */
  Optional<Boolean> yesNo(String column) {
    Optional<String> word = word(column);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return switch (word.get()) {
      case "yes", "y", "1", "true" -> Optional.of(true);
      case "no", "n", "0", "false" -> Optional.of(false);
      default -> {
        fault(column, "must be yes or no", word.get());
        yield Optional.empty();
      }
    };
  }

  /** Notes that a value breaks a rule. */
  void fault(String column, String rule, String found) {
    faults.add(row, "%s %s, found '%s'".formatted(column, rule, found));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
