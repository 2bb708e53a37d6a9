package org.strnet.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.strnet.dataset.Cohort;
import org.strnet.dataset.CohortFilm;
import org.strnet.dataset.Labels;
import org.strnet.dataset.Targets;
import org.strnet.knee.KneeRegion;
import org.strnet.pixels.KneePatch;
import org.strnet.pixels.KneePixels;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;

/**
 * A cohort's knees, decoded and cropped once.
 *
 * @param knees the films that can be used, in the cohort's order
 * @param refused why the others cannot, by row index in the cohort
 */
public record KneeSet(List<TrainingKnee> knees, Map<Integer, String> refused) {

  /** Copies both. */
  public KneeSet {
    knees = List.copyOf(knees);
    refused = Map.copyOf(refused);
  }

  /** Where the knee of a film is when the cohort does not say. */
  @FunctionalInterface
  public interface RegionSource {
    /** The region, if a knee is found. */
    Optional<KneeRegion> find(Radiograph film);
  }

  /**
   * Reads all usable films, on all cores.
   *
   * @param cohort rows not marked as usable are passed over
   * @param targets what the heads learn
   * @param pixels the crop
   * @param framingColumn column of the acquisition family; empty for none
   * @param regions where the knee is on films without an annotated joint
   * @param progress told film by film
   */
  public static KneeSet load(
      Cohort cohort,
      Targets targets,
      KneePixels pixels,
      String framingColumn,
      RegionSource regions,
      Progress progress) {
    Loading loading = new Loading(targets, pixels, framingColumn, regions);
    AtomicInteger done = new AtomicInteger();
    List<CohortFilm> films = cohort.films();
    List<Loaded> loaded =
        IntStream.range(0, films.size())
            .parallel()
            .mapToObj(
                row -> {
                  Loaded result = loading.load(row, films.get(row));
                  progress.step("reading films", done.incrementAndGet(), films.size());
                  return result;
                })
            .toList();
    List<TrainingKnee> knees = new ArrayList<>();
    Map<Integer, String> refused = new TreeMap<>();
    for (int row = 0; row < loaded.size(); row++) {
      loaded.get(row).knee().ifPresent(knees::add);
      if (loaded.get(row).knee().isEmpty()) {
        refused.put(row, loaded.get(row).refusal());
      }
    }
    return new KneeSet(knees, refused);
  }

  private record Loaded(Optional<TrainingKnee> knee, String refusal) {}

  private record Loading(
      Targets targets, KneePixels pixels, String framingColumn, RegionSource regions) {

    Loaded load(int row, CohortFilm film) {
      if (!film.usable()) {
        return new Loaded(Optional.empty(), "marked as not usable");
      }
      try {
        Radiograph radiograph = new RadiographReader().read(film.file());
        Optional<KneeRegion> region = film.annotatedKnee().or(() -> regions.find(radiograph));
        if (region.isEmpty()) {
          return new Loaded(Optional.empty(), "no knee found");
        }
        return new Loaded(Optional.of(knee(row, film, pixels.patch(radiograph, region.get()))), "");
      } catch (NotAssessableException e) {
        return new Loaded(Optional.empty(), e.notAssessable().detail());
      }
    }

    private TrainingKnee knee(int row, CohortFilm film, KneePatch patch) {
      Labels labels = targets.labels(film);
      String framing = framingColumn.isEmpty() ? "" : film.value(framingColumn);
      return new TrainingKnee(
          row,
          film.patient(),
          patch,
          film.clinical(),
          labels,
          film.weight(),
          status(labels) + "/" + framing);
    }

    private static String status(Labels labels) {
      return switchOn(labels.boneLoss().orElse(-1)) + switchOn(labels.osteoporosis().orElse(-1));
    }

    private static String switchOn(int label) {
      return label < 0 ? "?" : String.valueOf(label);
    }
  }

  /** The knees of some rows only. */
  public KneeSet where(Predicate<TrainingKnee> keep) {
    return new KneeSet(knees.stream().filter(keep).toList(), refused);
  }

  /** The knees, or an error that names the cohort when there are none. */
  public List<TrainingKnee> required(Cohort cohort) {
    if (knees.isEmpty()) {
      throw new BadInputException(
          cohort.source().toString(), "no film can be used; refused: " + refused.size());
    }
    return knees;
  }
}
