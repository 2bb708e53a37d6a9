package org.strnet.training.finder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Contradictions;
import org.strnet.knee.KneeRegion;
import org.strnet.phantom.PhantomFilm;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;
import org.strnet.training.finder.scene.FinderFilm;
import org.strnet.training.finder.scene.FinderFilms;
import org.strnet.training.finder.scene.MeanPicture;
import org.strnet.training.finder.scene.PlacedJoint;
import org.strnet.training.finder.scene.ReducedFilm;

/**
 * Reads the films of a study and cuts them into folds.
 *
 * @param knees usable films of the cohort with an annotated joint
 * @param crops knee crops, upright and bone bright
 * @param phantoms synthetic films
 * @param others films of other body parts, in the order of their names
 * @param cohortHash hash of the cohort file
 */
record FinderData(
    List<Film> knees,
    List<FinderFilm> crops,
    List<FinderFilm> phantoms,
    List<Film> others,
    String cohortHash) {

  /** Folds of films that no cohort file assigns. */
  static final int FOLDS = 5;

  /**
   * A film of a file.
   *
   * @param file where it is
   * @param fold its fold
   * @param film reduced, for training
   * @param annotated its joint, for evaluation; none on films of other body parts
   */
  record Film(Path file, int fold, FinderFilm film, List<KneeRegion> annotated) {}

  /** Copies the lists. */
  FinderData {
    knees = List.copyOf(knees);
    crops = List.copyOf(crops);
    phantoms = List.copyOf(phantoms);
    others = List.copyOf(others);
  }

  /** Reads everything that the options name. */
  static FinderData read(FinderOptions options) {
    Cohort cohort = Cohort.read(options.cohort(), Contradictions.REPORT_AND_GO_ON);
    List<Film> knees =
        cohort.usable().films().parallelStream()
            .filter(film -> film.annotatedKnee().isPresent())
            .map(FinderData::knee)
            .toList();
    List<FinderFilm> crops = options.crops().map(FinderData::crops).orElse(List.of());
    List<FinderFilm> phantoms =
        IntStream.range(0, options.phantoms())
            .parallel()
            .mapToObj(n -> phantom(PhantomFilm.draw(options.seed(), n, 8), n))
            .toList();
    List<Film> others = options.others().map(FinderData::others).orElse(List.of());
    return new FinderData(knees, crops, phantoms, others, cohort.sha256());
  }

  /** What a training may see when a fold is held out. */
  FinderFilms without(int fold) {
    return new FinderFilms(
        films(knees.stream().filter(film -> film.fold != fold)),
        crops,
        phantoms,
        films(others.stream().filter(film -> film.fold != fold)));
  }

  /** Everything. */
  FinderFilms all() {
    return without(-1);
  }

  private static List<FinderFilm> films(Stream<Film> films) {
    return films.map(Film::film).toList();
  }

  private static Film knee(CohortFilm film) {
    KneeRegion region = film.annotatedKnee().orElseThrow();
    FinderFilm reduced = annotated(film.image(), read(film.file()), List.of(region), true);
    int fold = film.fold().orElse(Math.floorMod(film.patient().hashCode(), FOLDS));
    return new Film(film.file(), fold, reduced, List.of(region));
  }

  private static List<FinderFilm> crops(Path csv) {
    return MeanPicture.withoutNegatives(
        Cohort.read(csv, Contradictions.REPORT_AND_GO_ON).usable().films().parallelStream()
            .filter(film -> film.annotatedKnee().isPresent())
            .map(
                film ->
                    annotated(
                        film.image(),
                        read(film.file()),
                        film.annotatedKnee().stream().toList(),
                        false))
            .toList());
  }

  private static FinderFilm phantom(PhantomFilm phantom, int number) {
    return annotated("phantom " + number, phantom.radiograph(), phantom.knees(), true);
  }

  private static FinderFilm annotated(
      String name, Radiograph film, List<KneeRegion> regions, boolean exact) {
    ReducedFilm reduced = ReducedFilm.of(film);
    List<PlacedJoint> joints = new ArrayList<>();
    for (KneeRegion region : regions) {
      joints.add(
          new PlacedJoint(
              region.cx() * reduced.width(),
              region.cy() * reduced.height(),
              region.plateauWidth() * reduced.width(),
              region.fibulaSide(),
              exact));
    }
    return new FinderFilm(name, reduced, joints);
  }

  private static List<Film> others(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(FinderData::isPicture).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return IntStream.range(0, files.size())
        .parallel()
        .mapToObj(
            n -> {
              Path file = files.get(n);
              FinderFilm film =
                  new FinderFilm(file.toString(), ReducedFilm.of(read(file)), List.of());
              return new Film(file, n % FOLDS, film, List.of());
            })
        .toList();
  }

  private static boolean isPicture(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(".jpg", ".jpeg", ".png", ".tif", ".tiff").anyMatch(name::endsWith);
  }

  private static Radiograph read(Path file) {
    return new RadiographReader().read(file);
  }
}
