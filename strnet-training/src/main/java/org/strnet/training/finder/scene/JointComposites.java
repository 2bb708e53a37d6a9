package org.strnet.training.finder.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.strnet.knee.FilmWindow;

/**
 * Makes training pictures without end: sample number n of a seed is always the same picture,
 * whoever makes it and when.
 *
 * <p>About two thirds show knees (whole films, two films side by side, crops on larger frames,
 * phantoms), the others none (other body parts, thigh or leg beside the joint, knees lying or
 * upside down, no radiograph at all). Half are seen whole and half in close-up, as the finder looks
 * twice.
 */
public final class JointComposites {

  /** Share of each kind of scene; kinds whose films are missing fall to annotated knees. */
  private static final double[] SHARES = {0.30, 0.11, 0.12, 0.12, 0.19, 0.08, 0.05};

  private final FinderFilms films;
  private final List<FinderFilm> singles;
  private final long seed;
  private final int size;
  private final double closeUpWidths;

  /**
   * @param films what to draw from
   * @param seed of all samples
   * @param size side of the network's input
   * @param closeUpWidths typical side of a close-up in plateau widths
   */
  public JointComposites(FinderFilms films, long seed, int size, double closeUpWidths) {
    this.films = films;
    this.singles =
        Stream.concat(films.knees().stream(), films.phantoms().stream())
            .filter(film -> film.joints().size() == 1)
            .toList();
    this.seed = seed;
    this.size = size;
    this.closeUpWidths = closeUpWidths;
  }

  /** Sample number n, from 0. */
  public FinderSample sample(long number) {
    Draw draw = Draw.of(seed, number);
    Scene scene = scene(draw);
    FilmWindow window = draw.chance(0.5) ? scene.whole() : closeUp(scene, draw);
    float[] grey = scene.render(window, size);
    FilmTone.apply(grey, size, draw);
    return FinderSample.of(scene, window, grey, size);
  }

  private Scene scene(Draw draw) {
    double kind = draw.between(0, 1);
    int n = 0;
    while (n < SHARES.length && kind >= SHARES[n]) {
      kind -= SHARES[n++];
    }
    return switch (n) {
      case 1 -> pair(draw);
      case 2 -> pasted(draw);
      case 3 ->
          films.phantoms().isEmpty()
              ? knee(draw)
              : KneeScenes.single(draw.oneOf(films.phantoms()), draw);
      case 4 -> other(draw);
      case 5 -> besideJoint(draw);
      case 6 -> turned(draw);
      case 7 -> EmptyScenes.clutter(draw);
      default -> knee(draw);
    };
  }

  private Scene knee(Draw draw) {
    return KneeScenes.single(
        draw.oneOf(films.knees().isEmpty() ? films.phantoms() : films.knees()), draw);
  }

  private Scene pair(Draw draw) {
    return singles.isEmpty()
        ? knee(draw)
        : KneeScenes.pair(draw.oneOf(singles), draw.oneOf(singles), draw);
  }

  private Scene pasted(Draw draw) {
    if (films.crops().isEmpty()) {
      return knee(draw);
    }
    List<FinderFilm> crops = new ArrayList<>(List.of(draw.oneOf(films.crops())));
    if (draw.chance(0.4)) {
      crops.add(draw.oneOf(films.crops()));
    }
    return KneeScenes.pasted(crops, draw);
  }

  private Scene other(Draw draw) {
    if (films.others().isEmpty()) {
      return EmptyScenes.clutter(draw);
    }
    FinderFilm film = draw.oneOf(films.others());
    return draw.chance(0.1)
        ? EmptyScenes.pair(film, draw.oneOf(films.others()), draw)
        : EmptyScenes.otherFilm(film, draw);
  }

  private Scene besideJoint(Draw draw) {
    Optional<Scene> scene =
        singles.isEmpty() ? Optional.empty() : EmptyScenes.besideJoint(draw.oneOf(singles), draw);
    return scene.orElseGet(() -> other(draw));
  }

  private Scene turned(Draw draw) {
    boolean crop = !films.crops().isEmpty() && draw.chance(0.3);
    List<FinderFilm> knees = films.knees().isEmpty() ? films.phantoms() : films.knees();
    return EmptyScenes.turned(draw.oneOf(crop ? films.crops() : knees), draw);
  }

  /** Mostly what the second look shows: a joint near the middle; else any part of the scene. */
  private FilmWindow closeUp(Scene scene, Draw draw) {
    if (scene.joints().isEmpty() || draw.chance(0.15)) {
      double side = Math.max(scene.width(), scene.height()) * draw.between(0.15, 1);
      return FilmWindow.around(
          draw.between(0, scene.width()), draw.between(0, scene.height()), side);
    }
    PlacedJoint joint = draw.oneOf(scene.joints());
    boolean usual = draw.chance(0.6);
    double spread = usual ? 0.15 : 0.4;
    double shift = (usual ? 0.1 : 0.3) * joint.width();
    return FilmWindow.around(
        joint.x() + draw.normal(0, shift, 3 * shift),
        joint.y() + draw.normal(0, shift, 3 * shift),
        joint.width() * closeUpWidths * Math.exp(draw.normal(0, spread, 2 * spread)));
  }
}
