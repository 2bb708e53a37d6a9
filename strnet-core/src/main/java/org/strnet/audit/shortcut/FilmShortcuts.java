package org.strnet.audit.shortcut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.finding.Check;
import org.strnet.audit.finding.Evidence;
import org.strnet.audit.finding.Finding;
import org.strnet.audit.finding.Found;
import org.strnet.audit.finding.Severity;
import org.strnet.audit.label.LabelledFilms;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;
import org.strnet.evaluation.resampling.PatientBootstrap;

/** The two probes that look at films: at their traces alone, and at what surrounds the knee. */
public final class FilmShortcuts {

  /** Films the probes are fitted to at most; more say hardly more. */
  private static final int MOST_FILMS = 4000;

  private static final double RIDGE = 300;

  private FilmShortcuts() {}

  /**
   * Probes.
   *
   * @param labelled films whose label is known
   * @param bootstrap of the intervals; its seed draws folds, and films where there are too many
   */
  public static Found of(LabelledFilms labelled, PatientBootstrap bootstrap) {
    LabelledFilms films = readable(labelled, bootstrap.seed());
    Probe probe = new Probe(bootstrap);
    Estimate framing =
        probe.estimate(
            rows(films, film -> film.evidence().orElseThrow().traces().features()),
            films,
            new BoostedStumps(),
            "boosted stumps on size, format, borders, black share and markers");
    Estimate masked =
        probe.estimate(
            rows(films, MaskedPicture::of),
            films,
            new RidgeLearner(RIDGE),
            "ridge logistic regression on 16 x 16 grey values, " + maskWords(films));
    Map<String, Estimate> figures = new LinkedHashMap<>();
    figures.put("shortcut.framing.auroc", framing);
    figures.put("shortcut.masked_film.auroc", masked);
    List<Finding> findings = new ArrayList<>();
    if (Probe.isFinding(framing)) {
      findings.add(framing(framing));
    }
    if (Probe.isFinding(masked)) {
      findings.add(masked(masked));
    }
    return new Found(findings, new Metrics(figures));
  }

  private static LabelledFilms readable(LabelledFilms films, long seed) {
    List<Integer> readable = new ArrayList<>();
    for (int i = 0; i < films.size(); i++) {
      if (films.films().get(i).evidence().isPresent()) {
        readable.add(i);
      }
    }
    if (readable.size() > MOST_FILMS) {
      ListSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(seed), readable);
      return films.select(readable.subList(0, MOST_FILMS).stream().sorted().toList());
    }
    return films.select(readable);
  }

  private static double[][] rows(
      LabelledFilms films, java.util.function.Function<AuditedFilm, double[]> features) {
    return films.films().stream().map(features).toArray(double[][]::new);
  }

  private static String maskWords(LabelledFilms films) {
    long annotated =
        films.films().stream().filter(film -> film.film().annotatedKnee().isPresent()).count();
    return "the knee masked by the annotated joint on %d films, by the middle of the film on %d"
        .formatted(annotated, films.size() - annotated);
  }

  private static Finding framing(Estimate area) {
    return new Finding(
        Check.FRAMING_SHORTCUT,
        Severity.FAULT,
        String.format(
            Locale.ROOT,
            "The size, format and borders of the films alone predict the label (AUROC %.2f): a"
                + " network can score well without looking at bone",
            area.value().orElseThrow()),
        "Films with one label came from another device or another source than films with the"
            + " other. A high AUROC on this cohort measures the scanner.",
        "Report results within films of one framing, adjust for framing, or balance the sources;"
            + " do not quote the crude AUROC alone.",
        List.of(Evidence.ofCohort("AUROC %s, %s".formatted(area.text(), area.method()))));
  }

  private static Finding masked(Estimate area) {
    return new Finding(
        Check.MASKED_FILM_SHORTCUT,
        Severity.CAUTION,
        String.format(
            Locale.ROOT,
            "The films predict the label with their knees masked out (AUROC %.2f)",
            area.value().orElseThrow()),
        "What surrounds the knee (borders, position, brightness, soft tissue) goes with the label."
            + " Soft tissue may do so honestly, borders never do.",
        "Crop to the joint, and compare with a network that sees the masked film.",
        List.of(Evidence.ofCohort("AUROC %s, %s".formatted(area.text(), area.method()))));
  }
}
