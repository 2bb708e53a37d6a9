package org.strnet.training.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The log of a run: one CSV line per epoch and a figure of the losses, both written anew each time.
 */
public final class EpochLog {

  private static final String HEADER =
      "epoch,training_loss,validation_loss,learning_rate,gradient_norm,films_per_second";

  private final Path csv;
  private final Path figure;
  private final List<EpochRecord> records;

  private EpochLog(Path folder, List<EpochRecord> records) {
    this.csv = folder.resolve("epochs.csv");
    this.figure = folder.resolve("epochs.svg");
    this.records = new ArrayList<>(records);
  }

  /** An empty log in a folder. */
  public static EpochLog in(Path folder) {
    return new EpochLog(folder, List.of());
  }

  /** The log a stopped run left, up to and with the given number of epochs. */
  public static EpochLog resumed(Path folder, int epochs) {
    EpochLog log = in(folder);
    if (Files.exists(log.csv)) {
      try {
        Files.readAllLines(log.csv).stream()
            .skip(1)
            .limit(epochs)
            .map(EpochLog::parse)
            .forEach(log.records::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return log;
  }

  /** The epochs so far. */
  public List<EpochRecord> records() {
    return List.copyOf(records);
  }

  /** Adds an epoch and writes both files. */
  public void add(EpochRecord epoch) {
    records.add(epoch);
    try {
      Files.writeString(
          csv,
          records.stream()
              .map(EpochLog::line)
              .collect(Collectors.joining("\n", HEADER + "\n", "\n")));
      VectorGraphicsEncoder.saveVectorGraphic(chart(), figure.toString(), VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(720)
            .height(420)
            .title("Loss by epoch")
            .xAxisTitle("epoch")
            .yAxisTitle("loss")
            .build();
    line(chart, "training", records, false);
    List<EpochRecord> validated =
        records.stream().filter(r -> r.validationLoss().isPresent()).toList();
    if (!validated.isEmpty()) {
      line(chart, "validation", validated, true);
    }
    return chart;
  }

  private static void line(
      XYChart chart, String name, List<EpochRecord> points, boolean validation) {
    double[] x = points.stream().mapToDouble(EpochRecord::epoch).toArray();
    double[] y =
        points.stream()
            .mapToDouble(r -> validation ? r.validationLoss().getAsDouble() : r.trainingLoss())
            .toArray();
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE);
  }

  private static String line(EpochRecord r) {
    return String.format(
        Locale.ROOT,
        "%d,%.6g,%s,%.6g,%.6g,%.2f",
        r.epoch(),
        r.trainingLoss(),
        r.validationLoss().isPresent()
            ? String.format(Locale.ROOT, "%.6g", r.validationLoss().getAsDouble())
            : "",
        r.learningRate(),
        r.gradientNorm(),
        r.filmsPerSecond());
  }

  private static EpochRecord parse(String line) {
    String[] parts = line.split(",", -1);
    return new EpochRecord(
        Integer.parseInt(parts[0]),
        Double.parseDouble(parts[1]),
        parts[2].isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(parts[2])),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]));
  }
}
