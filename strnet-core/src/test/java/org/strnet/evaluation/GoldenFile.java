package org.strnet.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Expected values by name; the script that made them lies beside the file, under its name. */
public final class GoldenFile {

  private final Map<String, Double> values = new HashMap<>();

  /**
   * @param file in this package's folder, for instance {@code accuracy/tables.csv}
   */
  public GoldenFile(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(GoldenFile.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .forEach(pair -> values.put(pair[0], Double.valueOf(pair[1].strip())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public double get(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
