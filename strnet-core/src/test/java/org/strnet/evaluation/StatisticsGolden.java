package org.strnet.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.strnet.evaluation.agreement.NumberPairs;
import org.strnet.evaluation.calibration.PredictedProbabilities;

/**
 * Films, and what R and scikit-learn said of their calibration, net benefit, classes and agreement;
 * the scripts lie beside the files.
 */
public final class StatisticsGolden {

  private static final GoldenFile R = new GoldenFile("statistics_r.csv");
  private static final GoldenFile SKLEARN = new GoldenFile("statistics_sklearn.csv");
  private static final GoldenFile PLANNING = new GoldenFile("planning_r.csv");

  private StatisticsGolden() {}

  public static double[] logits() {
    return column("logit");
  }

  public static boolean[] labels() {
    double[] labels = column("positive");
    boolean[] positive = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      positive[i] = labels[i] == 1;
    }
    return positive;
  }

  public static PredictedProbabilities probabilities(String name) {
    return new PredictedProbabilities(column(name), labels());
  }

  public static NumberPairs numbers() {
    return new NumberPairs(column("estimate"), column("reference"));
  }

  public static int[] classes(String name) {
    return Arrays.stream(column(name)).mapToInt(value -> (int) value).toArray();
  }

  /** Every film another patient. */
  public static List<String> patients() {
    return IntStream.range(0, labels().length).mapToObj(Integer::toString).toList();
  }

  public static double[] column(String name) {
    List<CSVRecord> rows = rows("statistics_films.csv");
    int column = rows.get(0).toList().indexOf(name);
    return rows.subList(1, rows.size()).stream()
        .mapToDouble(row -> Double.parseDouble(row.get(column)))
        .toArray();
  }

  public static double r(String name) {
    return R.get(name);
  }

  public static double sklearn(String name) {
    return SKLEARN.get(name);
  }

  public static double planning(String name) {
    return PLANNING.get(name);
  }

  private static List<CSVRecord> rows(String file) {
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(StatisticsGolden.class.getResourceAsStream(file)),
                    StandardCharsets.UTF_8));
        CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
