package org.strnet.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleManifest;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Split;
import org.strnet.evaluation.discrimination.Auroc;
import org.strnet.evaluation.discrimination.BinaryScores;
import org.strnet.network.ClinicalVariables;
import org.strnet.network.FeatureDistribution;
import org.strnet.network.FeatureDistribution.Basis;
import org.strnet.network.FeatureDistributionFit;
import org.strnet.pixels.KneeInspection;
import org.strnet.pixels.KneePixels;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.RadiographReader;

/**
 * How well the distance from the training films tells other films from the cohort's; run by hand,
 * asserts nothing.
 *
 * <p>Where the bundle's limit was chosen on validation films, the reference is the cohort's test
 * films under the bundle's statistics. Else it is every film under statistics and limit of the
 * other folds. Both as they are, inverted, and turned by 90 degrees; other films by the bundle's
 * statistics, films that are no knees with their largest central square taken for the knee.
 */
final class FeatureDistances {

  private static final int NOISE = 60;

  private final BundleManifest manifest;
  private final BundleNetworks networks;
  private final KneePixels pixels;
  private final FeatureDistribution statistics;
  private final RadiographReader reader = new RadiographReader();
  private List<Knee> reference = List.of();

  /** Features of a knee, and whether a check before the network refuses it. */
  private record Knee(float[] features, boolean refusedBefore, FeatureDistribution by) {

    double distance() {
      return by.distance(features);
    }

    boolean refused() {
      return distance() > by.limit().distance();
    }
  }

  private FeatureDistances(Bundle bundle) {
    manifest = bundle.manifest();
    networks = BundleNetworks.open(bundle);
    pixels = new KneePixels(manifest.pixels());
    statistics = manifest.inDistribution().orElseThrow();
  }

  /**
   * @param arguments bundle, its cohort, folder of films without knees, other cohorts of knees
   */
  public static void main(String[] arguments) throws IOException {
    FeatureDistances run = new FeatureDistances(Bundle.load(Path.of(arguments[0])));
    run.reference(Cohort.read(Path.of(arguments[1])));
    run.noKnees(Path.of(arguments[2]));
    SplittableRandom random = new SplittableRandom(1);
    run.print("noise", run.knees(Stream.generate(() -> FilmPlace.noise(random, 1)).limit(NOISE)));
    run.print(
        "smooth noise", run.knees(Stream.generate(() -> FilmPlace.noise(random, 80)).limit(NOISE)));
    for (int i = 3; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      Cohort other = Cohort.read(file);
      run.print(
          "knees of " + file.getParent().getFileName(),
          run.knees(other.usable().films().stream().map(run::annotated)));
    }
    run.networks.close();
  }

  private void reference(Cohort cohort) {
    boolean held = statistics.limit().basis() == Basis.VALIDATION;
    List<CohortFilm> films =
        cohort.usable().films().stream()
            .filter(film -> !held || film.split().orElse(Split.TRAIN) == Split.TEST)
            .toList();
    List<FeatureDistribution> by =
        held
            ? films.stream().map(film -> statistics).toList()
            : ofOtherFolds(films, knees(films.stream().map(this::annotated)));
    reference = altered(films, by, Function.identity());
    print("cohort", reference);
    print("cohort, inverted", altered(films, by, FilmPlace::inverted));
    print("cohort, turned by 90 degrees", altered(films, by, FilmPlace::turned));
  }

  /** For each film, the statistics of the films of all other folds. */
  private static List<FeatureDistribution> ofOtherFolds(List<CohortFilm> films, List<Knee> knees) {
    Map<Integer, FeatureDistribution> byFold = new TreeMap<>();
    List<FeatureDistribution> statistics = new ArrayList<>();
    for (CohortFilm held : films) {
      int fold = held.fold().orElseThrow();
      statistics.add(
          byFold.computeIfAbsent(
              fold,
              key -> {
                List<float[]> features = new ArrayList<>();
                List<String> patients = new ArrayList<>();
                for (int i = 0; i < films.size(); i++) {
                  if (films.get(i).fold().orElseThrow() != fold) {
                    features.add(knees.get(i).features());
                    patients.add(films.get(i).patient());
                  }
                }
                return FeatureDistributionFit.crossFitted(features, patients);
              }));
    }
    return statistics;
  }

  private List<Knee> altered(
      List<CohortFilm> films, List<FeatureDistribution> by, Function<FilmPlace, FilmPlace> change) {
    List<Knee> knees = knees(films.stream().map(this::annotated).map(change));
    List<Knee> judged = new ArrayList<>();
    for (int i = 0; i < knees.size(); i++) {
      judged.add(new Knee(knees.get(i).features(), knees.get(i).refusedBefore(), by.get(i)));
    }
    return judged;
  }

  private void noKnees(Path folder) throws IOException {
    Map<String, List<Path>> kinds = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".jpg"))
          .sorted()
          .forEach(
              file ->
                  kinds
                      .computeIfAbsent(
                          file.getFileName().toString().replaceAll("[0-9].*", ""),
                          kind -> new ArrayList<>())
                      .add(file));
    }
    kinds.forEach(
        (kind, files) ->
            print(
                kind,
                knees(
                    files.stream()
                        .map(file -> FilmPlace.square(reader.read(file), manifest.pixels())))));
  }

  private FilmPlace annotated(CohortFilm film) {
    return new FilmPlace(reader.read(film.file()), film.annotatedKnee().orElseThrow());
  }

  private List<Knee> knees(Stream<FilmPlace> places) {
    return places.map(this::knee).flatMap(Optional::stream).toList();
  }

  private Optional<Knee> knee(FilmPlace place) {
    try {
      float[] input = pixels.input(place.film(), place.region());
      float[] unknown = manifest.clinical().encoding().encode(ClinicalVariables.NONE);
      return Optional.of(
          new Knee(
              networks.network().explain(input, unknown).features().pooled(),
              KneeInspection.refusal(place.film(), place.region(), manifest.pixels(), input)
                  .isPresent(),
              statistics));
    } catch (NotAssessableException e) {
      return Optional.empty();
    }
  }

  private void print(String kind, List<Knee> knees) {
    double[] all =
        Stream.concat(reference.stream(), knees.stream()).mapToDouble(Knee::distance).toArray();
    boolean[] other = new boolean[all.length];
    for (int i = reference.size(); i < other.length; i++) {
      other[i] = true;
    }
    var area = Auroc.estimate(new BinaryScores(all, other));
    double[] sorted = knees.stream().mapToDouble(Knee::distance).sorted().toArray();
    System.out.printf(
        "%-30s n %4d, before %4d, refused %4d (%.3f), median %.2f, area %.3f (%.3f to %.3f)%n",
        kind,
        knees.size(),
        knees.stream().filter(Knee::refusedBefore).count(),
        knees.stream().filter(Knee::refused).count(),
        knees.stream().filter(Knee::refused).count() / (double) knees.size(),
        sorted[sorted.length / 2],
        area.value().orElse(Double.NaN),
        area.low().orElse(Double.NaN),
        area.high().orElse(Double.NaN));
  }
}
