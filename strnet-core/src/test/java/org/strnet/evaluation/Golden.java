package org.strnet.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.strnet.evaluation.discrimination.BinaryScores;

/** Films and expected values that R and scikit-learn gave; their scripts lie beside the files. */
public final class Golden {

  private Golden() {}

  public static double[] column(String name) {
    List<CSVRecord> rows = rows("golden_films.csv");
    int column = rows.get(0).toList().indexOf(name);
    return rows.subList(1, rows.size()).stream()
        .mapToDouble(row -> Double.parseDouble(row.get(column)))
        .toArray();
  }

  public static BinaryScores scores(String name) {
    double[] labels = column("positive");
    boolean[] positive = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      positive[i] = labels[i] == 1;
    }
    return new BinaryScores(column(name), positive);
  }

  public static double[][] features() {
    double[][] columns = {column("x1"), column("x2"), column("x3")};
    double[][] rows = new double[columns[0].length][3];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < 3; j++) {
        rows[i][j] = columns[j][i];
      }
    }
    return rows;
  }

  public static double r(String name) {
    return value("golden_r.csv", name);
  }

  public static double sklearn(String name) {
    return value("golden_sklearn.csv", name);
  }

  private static double value(String file, String name) {
    return rows(file).stream()
        .filter(row -> row.get(0).equals(name))
        .mapToDouble(row -> Double.parseDouble(row.get(1).strip()))
        .findFirst()
        .orElseThrow();
  }

  private static List<CSVRecord> rows(String file) {
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(Golden.class.getResourceAsStream(file)),
                    StandardCharsets.UTF_8));
        CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
