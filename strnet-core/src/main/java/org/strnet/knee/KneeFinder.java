package org.strnet.knee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.strnet.radiograph.Radiograph;

/**
 * Finds the tibio-femoral joints of a film in two looks with one network: the whole film gives
 * candidates, a close-up of each gives its exact place and decides whether it is a knee.
 *
 * <p>Safe for several threads when its network is.
 */
public final class KneeFinder {

  /** More candidates than knees are looked at, so that a marker cannot displace a joint. */
  private static final int SPARE_CANDIDATES = 2;

  /** A close-up's joint farther from its middle than this many plateau widths is another one. */
  private static final double FARTHEST_CORRECTION = 0.5;

  private final JointNetwork network;
  private final KneeFinderSpecification specification;
  private final JointDecoder decoder;

  /**
   * @param network runs {@code knee.onnx}
   * @param specification the settings it was released with
   */
  public KneeFinder(JointNetwork network, KneeFinderSpecification specification) {
    this.network = Objects.requireNonNull(network);
    this.specification = Objects.requireNonNull(specification);
    this.decoder =
        new JointDecoder(specification.candidateConfidence(), specification.mergeDistance());
  }

  /** The settings. */
  public KneeFinderSpecification specification() {
    return specification;
  }

  /**
   * The joints whose confidence reaches the threshold, from left to right.
   *
   * @param film the film
   * @return at most {@link KneeFinderSpecification#maximumKnees()}; empty when no knee in frontal
   *     view was found
   */
  public List<KneeRegion> find(Radiograph film) {
    return candidates(film).stream()
        .filter(region -> region.confidence() >= specification.confidenceThreshold())
        .limit(specification.maximumKnees())
        .sorted(Comparator.comparingDouble(KneeRegion::cx))
        .toList();
  }

  /**
   * Every place that was looked at closely, whatever its confidence, most confident first: what a
   * threshold is chosen on.
   */
  public List<KneeRegion> candidates(Radiograph film) {
    List<Look> looks = new ArrayList<>();
    look(film, FilmWindow.whole(film)).stream()
        .limit(specification.maximumKnees() + SPARE_CANDIDATES)
        .forEach(first -> closer(film, first).ifPresent(looks::add));
    looks.sort(Comparator.comparingDouble(Look::confidence).reversed());
    List<Look> kept = new ArrayList<>();
    for (Look look : looks) {
      if (kept.stream().allMatch(o -> o.distance(look) >= specification.mergeDistance())) {
        kept.add(look);
      }
    }
    return kept.stream().map(look -> look.on(film)).toList();
  }

  private List<Look> look(Radiograph film, FilmWindow window) {
    int size = specification.inputSize();
    float[] output = network.run(FilmThumbnail.of(film, window, size), size);
    return decoder.decode(output, size).stream().map(peak -> Look.of(peak, window)).toList();
  }

  /** The joint of the close-up nearest to its middle, if there is one. */
  private Optional<Look> closer(Radiograph film, Look first) {
    FilmWindow window =
        FilmWindow.around(first.x, first.y, first.width * specification.closeUpWidths());
    return look(film, window).stream()
        .filter(second -> second.distance(first) < FARTHEST_CORRECTION)
        .max(Comparator.comparingDouble(Look::confidence))
        .filter(second -> second.isOn(film));
  }

  /** A joint in film pixels. */
  private record Look(double x, double y, double width, FibulaSide side, double confidence) {

    static Look of(JointPeak peak, FilmWindow window) {
      return new Look(
          window.filmX(peak.x()),
          window.filmY(peak.y()),
          peak.width() * window.side(),
          peak.fibulaSide(),
          peak.confidence());
    }

    double distance(Look other) {
      return Math.hypot(x - other.x, y - other.y) / ((width + other.width) / 2);
    }

    boolean isOn(Radiograph film) {
      return x >= 0
          && x <= film.width()
          && y >= 0
          && y <= film.height()
          && width <= 1.5 * film.width();
    }

    KneeRegion on(Radiograph film) {
      return new KneeRegion(
          x / film.width(), y / film.height(), width / film.width(), side, confidence);
    }
  }
}
