package org.strnet.server.page.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.strnet.decision.Proportion;
import org.strnet.evaluation.drift.PopulationStability;
import org.strnet.server.quality.chart.RateChart;
import org.strnet.server.quality.chart.ShareChart;
import org.strnet.server.quality.chart.SumChart;
import org.strnet.server.quality.monitoring.CusumDesign;
import org.strnet.server.quality.monitoring.CusumPath;
import org.strnet.server.quality.monitoring.Period;
import org.strnet.server.quality.monitoring.PeriodRates;
import org.strnet.server.quality.monitoring.StreamDrift;

/** The pictures of one stream of films. */
final class DriftCharts {

  private DriftCharts() {}

  /** A rate by period, on an axis that streams beside each other share. */
  static ChartView rates(
      String title,
      List<PeriodRates> periods,
      Function<PeriodRates, Optional<Proportion>> rate,
      Optional<Proportion> reference,
      double highest) {
    List<RateChart.Point> points =
        periods.stream().map(it -> new RateChart.Point(it.label(), rate.apply(it))).toList();
    return new ChartView(
        title,
        new RateChart(
                title,
                points,
                reference.map(it -> OptionalDouble.of(it.value())).orElse(OptionalDouble.empty()),
                highest)
            .svg(),
        "Bars are 95 % Wilson intervals."
            + reference
                .map(it -> " The dashed line is the reference: " + FigureText.share(it) + ".")
                .orElse(""),
        List.of("Period from", "Films", "Rate", "95 % interval"),
        periods.stream()
            .map(
                it ->
                    List.of(
                        it.start().toString(),
                        Integer.toString(it.films()),
                        rate.apply(it).map(FigureText::value).orElse("\u2013"),
                        rate.apply(it).map(FigureText::interval).orElse("\u2013")))
            .toList());
  }

  /** The CUSUMs of referred films, or nothing. */
  static Optional<ChartView> referrals(StreamDrift drift) {
    if (drift.referrals().isEmpty()) {
      return Optional.empty();
    }
    String title = "CUSUM of referred films";
    CusumPath up = drift.referrals().get(0);
    CusumPath down = drift.referrals().get(1);
    String caption =
        "Above the axis for a rise, below it for a fall; a line that reaches its limit is an"
            + " alarm. Films after the reference, in the order of their arrival.";
    return Optional.of(
        new ChartView(
            title,
            new SumChart(title, labels(drift.charted()), sums(up), List.of(sums(down))).svg(),
            caption,
            List.of("", "Rise", "Fall"),
            designs(drift, up, down)));
  }

  private static List<List<String>> designs(StreamDrift drift, CusumPath up, CusumPath down) {
    List<CusumPath> paths = List.of(up, down);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        row("Reference rate p0, cautious limit", paths, it -> percent(it.design().inControl())));
    rows.add(row("Tuned to p1", paths, it -> percent(it.design().shifted())));
    rows.add(row("Reference value k", paths, it -> decimal(it.reference())));
    rows.add(row("Decision limit h", paths, it -> decimal(it.limit())));
    rows.add(
        row("Films to a false alarm, on average", paths, it -> films(it.design().falseAlarmRun())));
    rows.add(
        row("Films until p1 is found, on average", paths, it -> films(it.design().detectionRun())));
    rows.add(row("Sum now", paths, DriftCharts::last));
    rows.add(row("First signal", paths, it -> day(it.firstSignal(), drift.charted())));
    return rows;
  }

  private static List<String> row(
      String name, List<CusumPath> paths, Function<CusumPath, String> cell) {
    return List.of(name, cell.apply(paths.get(0)), cell.apply(paths.get(1)));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String films(double run) {
    return String.format(Locale.ROOT, "%,.0f", run);
  }

  private static String last(CusumPath path) {
    double[] sums = path.sums();
    return sums.length == 0 ? "\u2013" : decimal(sums[sums.length - 1]);
  }

  private static String day(OptionalInt film, List<LocalDate> days) {
    return film.isPresent() ? days.get(film.getAsInt()).toString() : "none";
  }

  private static List<String> labels(List<LocalDate> days) {
    // Many films have one day.
    Map<LocalDate, String> names = new HashMap<>();
    return days.stream().map(day -> names.computeIfAbsent(day, Period.WEEK::label)).toList();
  }

  private static SumChart.Sums sums(CusumPath path) {
    return new SumChart.Sums(path.sums(), path.limit(), path.firstSignal());
  }

  /** Scores of now against the reference, or nothing. */
  static Optional<ChartView> scores(StreamDrift drift) {
    return drift.stability().map(DriftCharts::scores);
  }

  private static ChartView scores(PopulationStability index) {
    String title = "Scores against the reference";
    List<String> bins = bins(index.edges());
    double[] reference = shares(index.reference());
    double[] current = shares(index.current());
    int now = IntStream.of(index.current()).sum();
    String caption =
        String.format(
            Locale.ROOT,
            "Probability of bone loss: the newest %d films (strong bars) beside the first %d of this"
                + " stream (pale bars)."
                + " Population stability index %.2f; chance alone exceeds %.2f once in a hundred"
                + " times.",
            now,
            StreamDrift.REFERENCE,
            index.index(),
            index.chanceLimit());
    return new ChartView(
        title,
        new ShareChart(title, bins, reference, current).svg(),
        caption,
        List.of("Probability below", "Reference", "Newest"),
        IntStream.range(0, bins.size())
            .mapToObj(bin -> List.of(bins.get(bin), percent(reference[bin]), percent(current[bin])))
            .toList());
  }

  /** Each bin by its upper edge. */
  private static List<String> bins(double[] edges) {
    List<String> names = new ArrayList<>();
    for (double edge : edges) {
      names.add(String.format(Locale.ROOT, "%.2f", edge));
    }
    names.add("1.00");
    return names;
  }

  private static double[] shares(int[] counts) {
    double all = Math.max(1, IntStream.of(counts).sum());
    return IntStream.of(counts).mapToDouble(count -> count / all).toArray();
  }

  /** What keeps a stream from being charted; empty where nothing does. */
  static String waiting(StreamDrift drift) {
    int needed = StreamDrift.REFERENCE + StreamDrift.LEAST_RECENT;
    if (drift.scored() < needed) {
      return String.format(
          Locale.ROOT,
          "Drift is charted from %d assessed films on (%d for the reference, %d after it); so far"
              + " there are %d.",
          needed,
          StreamDrift.REFERENCE,
          StreamDrift.LEAST_RECENT,
          drift.scored());
    }
    return drift.referrals().isEmpty()
        ? String.format(
            Locale.ROOT,
            "There is no CUSUM of referred films: it needs a reference rate of %.0f to %.0f %%.",
            100 * CusumDesign.LEAST_RATE,
            100 * (1 - CusumDesign.LEAST_RATE))
        : "";
  }
}
