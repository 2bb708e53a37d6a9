package org.strnet.evaluation.prediction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.DecimalNumber;
import org.strnet.decision.Decision;
import org.strnet.evaluation.estimate.Interval;
import org.strnet.evaluation.estimate.ResultFile;
import org.strnet.provenance.BadInputException;

/**
 * {@code predictions.csv}: one row per row of the cohort, in its order. Numbers are written in full
 * so that a reading gives the same decisions; what a head did not say is empty.
 */
public final class PredictionsFile {

  /** The columns in order. */
  public static final List<String> COLUMNS =
      List.of(
          "image",
          "outcome",
          "reason",
          "p_bone_loss",
          "p_osteoporosis_given_loss",
          "t_score",
          "t_low",
          "t_high",
          "decision");

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private PredictionsFile() {}

  /**
   * Writes the file.
   *
   * @param force whether a file there is replaced
   * @throws BadInputException if a file is there and is kept, or cannot be written
   */
  public static void write(Path file, List<Prediction> predictions, boolean force) {
    StringBuilder text = new StringBuilder(line(COLUMNS));
    predictions.forEach(prediction -> text.append(line(cells(prediction))));
    ResultFile.write(file, text.toString(), force);
  }

  private static String line(List<String> cells) {
    return FORMAT.format(cells.toArray()) + "\n";
  }

  private static List<String> cells(Prediction prediction) {
    List<String> cells =
        new ArrayList<>(
            List.of(prediction.image(), prediction.outcome().code(), prediction.reason()));
    if (prediction.heads().isEmpty()) {
      cells.addAll(List.of("", "", "", "", "", ""));
      return cells;
    }
    HeadEstimates heads = prediction.heads().get();
    cells.add(cell(heads.boneLoss()));
    cells.add(cell(heads.osteoporosisGivenLoss()));
    cells.add(cell(heads.tScore()));
    cells.add(heads.tInterval().map(range -> Double.toString(range.low())).orElse(""));
    cells.add(heads.tInterval().map(range -> Double.toString(range.high())).orElse(""));
    cells.add(heads.decision().map(Decision::code).orElse(""));
    return cells;
  }

  private static String cell(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  /**
   * Reads a file.
   *
   * @throws BadInputException naming the row that is not as it should be
   */
  public static List<Prediction> read(Path file) {
    List<CSVRecord> records;
    try (CSVParser parser = FORMAT.parse(Files.newBufferedReader(file))) {
      records = parser.getRecords();
    } catch (IOException | UncheckedIOException e) {
      throw new BadInputException(file.toString(), "must be predictions in CSV", e);
    }
    if (records.isEmpty() || !records.get(0).toList().equals(COLUMNS)) {
      throw new BadInputException(file.toString(), "needs exactly the columns " + COLUMNS);
    }
    List<Prediction> predictions = new ArrayList<>();
    for (CSVRecord record : records.subList(1, records.size())) {
      predictions.add(prediction(file, record));
    }
    return List.copyOf(predictions);
  }

  /**
   * Reads the predictions of a cohort.
   *
   * @throws BadInputException if they are not one per film in the cohort's order
   */
  public static List<Prediction> read(Path file, Cohort cohort) {
    List<Prediction> predictions = read(file);
    if (predictions.size() != cohort.size()) {
      throw new BadInputException(
          file.toString(),
          "needs a row for each of the cohort's %d films, found %d"
              .formatted(cohort.size(), predictions.size()));
    }
    for (int i = 0; i < predictions.size(); i++) {
      String image = cohort.films().get(i).image();
      if (!predictions.get(i).image().equals(image)) {
        throw new BadInputException(
            file.toString(),
            "row %d must be of the cohort's film %s, found %s"
                .formatted(i + 2, image, predictions.get(i).image()));
      }
    }
    return predictions;
  }

  private static Prediction prediction(Path file, CSVRecord record) {
    String row = file + " row " + record.getRecordNumber();
    if (record.size() != COLUMNS.size()) {
      throw new BadInputException(
          row, "must have %d values, found %d".formatted(COLUMNS.size(), record.size()));
    }
    Outcome outcome =
        Outcome.ofCode(record.get(1))
            .orElseThrow(() -> new BadInputException(row, "unknown outcome " + record.get(1)));
    try {
      Optional<HeadEstimates> heads =
          outcome == Outcome.ASSESSED ? Optional.of(heads(row, record)) : Optional.empty();
      return new Prediction(record.get(0), outcome, record.get(2), heads);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(row, String.valueOf(e.getMessage()), e);
    }
  }

  private static HeadEstimates heads(String row, CSVRecord record) {
    OptionalDouble low = number(row, record, 6);
    OptionalDouble high = number(row, record, 7);
    if (low.isPresent() != high.isPresent()) {
      throw new BadInputException(row, "t_low and t_high must stand together");
    }
    return new HeadEstimates(
        number(row, record, 3),
        number(row, record, 4),
        number(row, record, 5),
        low.isPresent()
            ? Optional.of(new Interval(low.getAsDouble(), high.getAsDouble()))
            : Optional.empty(),
        decision(row, record.get(8)));
  }

  private static OptionalDouble number(String row, CSVRecord record, int column) {
    String written = record.get(column);
    OptionalDouble value =
        written.isEmpty() ? OptionalDouble.empty() : DecimalNumber.parse(written);
    if (value.isEmpty() && !written.isEmpty()) {
      throw new BadInputException(
          row, "%s must be a number, found '%s'".formatted(COLUMNS.get(column), written));
    }
    return value;
  }

  private static Optional<Decision> decision(String row, String code) {
    for (Decision decision : Decision.values()) {
      if (decision.code().equals(code)) {
        return Optional.of(decision);
      }
    }
    if (!code.isEmpty()) {
      throw new BadInputException(row, "unknown decision " + code);
    }
    return Optional.empty();
  }
}
