package org.strnet.inference;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.strnet.bundle.Bundle;
import org.strnet.dataset.Cohort;
import org.strnet.decision.Proportion;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.Precision;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;
import org.strnet.screening.Explanations;
import org.strnet.screening.Screener;

/**
 * What becomes of a result when its film is blurred, noisy, over-exposed, cut, turned, scaled,
 * compressed or mirrored: the share that is refused, and how far the probability moves where it is
 * not. Whole screening, finder and refusals included; run by hand, asserts nothing. No film or
 * figure of one film is written.
 */
final class ChangedFilms {

  private static final double STABLE = 0.05;

  private static final Map<FilmChange, double[]> LEVELS = new EnumMap<>(FilmChange.class);

  static {
    LEVELS.put(FilmChange.BLUR, new double[] {0, 0.25, 0.5, 1, 2, 4});
    LEVELS.put(FilmChange.NOISE, new double[] {0, 2, 5, 10, 20, 40});
    LEVELS.put(FilmChange.EXPOSURE, new double[] {0.5, 0.8, 1, 1.25, 1.5, 2, 3, 5});
    LEVELS.put(FilmChange.CROP, new double[] {0, 10, 20, 30, 40, 50, 60});
    LEVELS.put(FilmChange.ROTATION, new double[] {-5, 0, 5, 10, 20, 45, 90});
    LEVELS.put(FilmChange.SCALE, new double[] {0.5, 0.75, 1, 1.5});
    LEVELS.put(FilmChange.JPEG, new double[] {20, 50, 75, 90});
    LEVELS.put(FilmChange.MIRROR, new double[] {1});
  }

  private final Screener screener;
  private final List<Radiograph> films = new ArrayList<>();
  private final List<OptionalDouble> before = new ArrayList<>();

  /** At one level: films assessed before, of which refused, and how far the others moved. */
  record Row(FilmChange change, double level, int films, int refused, List<Double> moved) {

    double refusedShare() {
      return new Proportion(refused, films).value();
    }

    double meanMove() {
      return moved.stream().mapToDouble(move -> move).average().orElse(0);
    }

    private Proportion stable() {
      return new Proportion(
          (int) moved.stream().filter(move -> move < STABLE).count(), moved.size());
    }

    void print(PrintStream out) {
      Proportion refusals = new Proportion(refused, films);
      out.printf(
          Locale.ROOT,
          "| %s %s | %d | %.0f %% (%.0f to %.0f) | %s |%n",
          change.axis(),
          level,
          films,
          100 * refusals.value(),
          100 * refusals.low(),
          100 * refusals.high(),
          moved.isEmpty() ? "- | -" : moves());
    }

    private String moves() {
      return String.format(
          Locale.ROOT,
          "%.3f | %.0f %% (%.0f to %.0f)",
          meanMove(),
          100 * stable().value(),
          100 * stable().low(),
          100 * stable().high());
    }
  }

  private ChangedFilms(Screener screener) {
    this.screener = screener;
  }

  /**
   * @param arguments bundle, cohort, how many films (60), file for the curves (SVG)
   */
  public static void main(String[] arguments) throws IOException {
    Bundle bundle = Bundle.load(Path.of(arguments[0]));
    Cohort cohort = Cohort.read(Path.of(arguments[1])).usable();
    int count = Math.min(Integer.parseInt(arguments[2]), cohort.films().size());
    List<Row> rows = new ArrayList<>();
    try (BundleNetworks networks = BundleNetworks.openWithoutGradient(bundle, Precision.FLOAT32)) {
      ChangedFilms run =
          new ChangedFilms(
              Screener.of(
                  bundle, networks.network(), networks.joints().orElseThrow(), Explanations.NONE));
      RadiographReader reader = new RadiographReader();
      IntStream.range(0, count)
          .map(i -> (int) ((long) i * cohort.films().size() / count))
          .forEach(i -> run.add(reader.read(cohort.films().get(i).file())));
      System.out.printf(
          Locale.ROOT, "SD of the probability over films as they are: %.4f%n", run.spread());
      for (var change : LEVELS.entrySet()) {
        for (double level : change.getValue()) {
          Row row = run.row(change.getKey(), level);
          row.print(System.out);
          rows.add(row);
        }
      }
    }
    Files.writeString(Path.of(arguments[3]), new ChangeCurves(rows).svg());
  }

  private void add(Radiograph film) {
    OptionalDouble probability = probability(film);
    if (probability.isPresent()) {
      films.add(film);
      before.add(probability);
    }
  }

  private OptionalDouble probability(Radiograph film) {
    return screener
        .screen("film", film, ClinicalVariables.NONE)
        .fold(
            assessed -> OptionalDouble.of(assessed.worst().boneLoss()),
            refused -> OptionalDouble.empty(),
            failed -> OptionalDouble.empty());
  }

  private double spread() {
    double mean = before.stream().mapToDouble(OptionalDouble::orElseThrow).average().orElse(0);
    return Math.sqrt(
        before.stream()
            .mapToDouble(OptionalDouble::orElseThrow)
            .map(probability -> (probability - mean) * (probability - mean))
            .average()
            .orElse(0));
  }

  private Row row(FilmChange change, double level) {
    List<OptionalDouble> after =
        films.parallelStream().map(film -> probability(change.of(film, level))).toList();
    List<Double> moved = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      if (after.get(i).isPresent()) {
        moved.add(Math.abs(after.get(i).getAsDouble() - before.get(i).getAsDouble()));
      }
    }
    return new Row(change, level, films.size(), films.size() - moved.size(), moved);
  }
}
