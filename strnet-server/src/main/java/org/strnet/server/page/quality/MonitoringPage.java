package org.strnet.server.page.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.strnet.decision.Proportion;
import org.strnet.server.quality.chart.CountChart;
import org.strnet.server.quality.chart.RateChart;
import org.strnet.server.quality.monitoring.Acknowledgement;
import org.strnet.server.quality.monitoring.AcknowledgementRegister;
import org.strnet.server.quality.monitoring.DriftAlarm;
import org.strnet.server.quality.monitoring.FilmStream;
import org.strnet.server.quality.monitoring.MonitoredFilm;
import org.strnet.server.quality.monitoring.MonitoredFilms;
import org.strnet.server.quality.monitoring.Period;
import org.strnet.server.quality.monitoring.PeriodRates;
import org.strnet.server.quality.monitoring.StreamDrift;

/** Rates and drift over time. */
@Controller
@PreAuthorize("hasRole('RADIOLOGIST')")
class MonitoringPage {

  private final MonitoredFilms films;
  private final AcknowledgementRegister acknowledgements;
  private final Clock clock;

  MonitoringPage(MonitoredFilms films, AcknowledgementRegister acknowledgements, Clock clock) {
    this.films = films;
    this.acknowledgements = acknowledgements;
    this.clock = clock;
  }

  /** A stream with its pictures. */
  record StreamView(String name, String detail, List<ChartView> charts, String waiting) {}

  @GetMapping("/quality")
  public String show(
      @RequestParam(name = "by", defaultValue = "ALL") FilmStream.Kind by,
      @RequestParam(name = "per", defaultValue = "MONTH") Period per,
      @RequestParam(name = "months", defaultValue = "12") int months,
      Model model) {
    MonitoredFilms.Read read = films.read();
    List<MonitoredFilm> all = read.films();
    LocalDate until = LocalDate.now(clock);
    LocalDate from = per.start(until.minusMonths(Math.max(1, Math.min(60, months))).plusDays(1));
    List<MonitoredFilm> shown = all.stream().filter(film -> !film.day().isBefore(from)).toList();
    List<StreamDrift> drifts = StreamDrift.ofEach(all);
    model.addAttribute("by", by);
    model.addAttribute("per", per);
    model.addAttribute("months", months);
    model.addAttribute("from", from);
    model.addAttribute("films", shown.size());
    model.addAttribute("otherBundles", read.ofOtherBundles());
    model.addAttribute("alarms", alarms(drifts));
    model.addAttribute(
        "watched", drifts.stream().filter(drift -> drift.stability().isPresent()).count());
    model.addAttribute("tiles", tiles(shown, from));
    model.addAttribute("streams", streams(drifts, by, per, from, until));
    model.addAttribute("reasons", reasons(shown));
    return "quality/monitoring";
  }

  /** Those that nobody has seen first. */
  private List<AlarmView> alarms(List<StreamDrift> drifts) {
    List<Acknowledgement> acknowledged = acknowledgements.all();
    return DriftAlarm.ofEach(drifts).stream()
        .map(alarm -> AlarmView.of(alarm, alarm.acknowledged(acknowledged), clock.getZone()))
        .sorted(Comparator.comparing(alarm -> alarm.seen().isPresent()))
        .toList();
  }

  private static List<Tile> tiles(List<MonitoredFilm> films, LocalDate from) {
    PeriodRates all = PeriodRates.of(from, "", films);
    return List.of(
        new Tile("Films", String.format(Locale.ROOT, "%,d", all.films()), "since " + from),
        tile("Referred, of assessed", all.positivity()),
        tile("Not assessable", all.refusal()),
        new Tile(
            "Failed",
            Integer.toString(all.films() - all.assessed() - all.notAssessable()),
            "the program could not process them"));
  }

  private static Tile tile(String name, Optional<Proportion> share) {
    return new Tile(
        name,
        share.map(FigureText::value).orElse("\u2013"),
        share
            .map(
                it ->
                    String.format(
                        Locale.ROOT,
                        "95 %% interval %s, %,d of %,d",
                        FigureText.interval(it),
                        it.successes(),
                        it.trials()))
            .orElse("no films"));
  }

  private static List<StreamView> streams(
      List<StreamDrift> drifts, FilmStream.Kind by, Period per, LocalDate from, LocalDate until) {
    List<StreamDrift> wanted =
        drifts.stream().filter(drift -> drift.stream().kind() == by).toList();
    List<List<PeriodRates>> rates =
        wanted.stream()
            .map(drift -> PeriodRates.of(drift.stream().films(), per, from, until))
            .toList();
    double positivity = highest(rates, PeriodRates::positivity);
    double refusal = highest(rates, PeriodRates::refusal);
    List<StreamView> views = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      views.add(view(wanted.get(i), rates.get(i), positivity, refusal));
    }
    return views;
  }

  private static double highest(
      List<List<PeriodRates>> rates, Function<PeriodRates, Optional<Proportion>> rate) {
    return RateChart.highest(
        rates.stream()
            .flatMap(List::stream)
            .map(it -> new RateChart.Point(it.label(), rate.apply(it)))
            .toList());
  }

  private static StreamView view(
      StreamDrift drift, List<PeriodRates> rates, double positivity, double refusal) {
    List<ChartView> charts = new ArrayList<>();
    charts.add(
        DriftCharts.rates(
            "Referred, of assessed films",
            rates,
            PeriodRates::positivity,
            drift.rate(),
            positivity));
    charts.add(
        DriftCharts.rates(
            "Not assessable, of all films",
            rates,
            PeriodRates::refusal,
            Optional.empty(),
            refusal));
    DriftCharts.referrals(drift).ifPresent(charts::add);
    DriftCharts.scores(drift).ifPresent(charts::add);
    return new StreamView(
        drift.stream().name(),
        String.format(
            Locale.ROOT,
            "%,d films ever, %,d with a score",
            drift.stream().films().size(),
            drift.scored()),
        charts,
        DriftCharts.waiting(drift));
  }

  private static Optional<ChartView> reasons(List<MonitoredFilm> films) {
    Map<String, Long> counts =
        films.stream()
            .filter(MonitoredFilm::isNotAssessable)
            .collect(
                Collectors.groupingBy(
                    film -> film.reason().orElse("not stated"), Collectors.counting()));
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    List<CountChart.Count> sorted =
        counts.entrySet().stream()
            .map(
                entry ->
                    new CountChart.Count(
                        FigureText.words(entry.getKey()), entry.getValue().intValue()))
            .sorted(
                Comparator.comparingInt(CountChart.Count::count)
                    .reversed()
                    .thenComparing(CountChart.Count::name))
            .toList();
    String title = "Reasons for refusal";
    return Optional.of(
        new ChartView(
            title,
            new CountChart(title, sorted).svg(),
            "Films of the period shown, by coded reason.",
            List.of("Reason", "Films", "Share of all films", "95 % interval"),
            sorted.stream()
                .map(
                    it -> {
                      Proportion share = new Proportion(it.count(), films.size());
                      return List.of(
                          it.name(),
                          Integer.toString(it.count()),
                          FigureText.value(share),
                          FigureText.interval(share));
                    })
                .toList()));
  }
}
