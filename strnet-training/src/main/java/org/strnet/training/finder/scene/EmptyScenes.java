package org.strnet.training.finder.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out films without a knee in frontal view. */
final class EmptyScenes {

  /** Distance from a joint line, in plateau widths, from where on a film no longer shows it. */
  private static final double[] BEYOND_JOINT = {0.4, 0.9};

  /** Turned by this much or more, in degrees, a knee is no longer upright. */
  private static final double LEAST_TURN = 60;

  private EmptyScenes() {}

  /** A film of another body part: any turn, any part of it. */
  static Scene otherFilm(FinderFilm film, Draw draw) {
    Area whole = Area.of(film.film());
    Area part = draw.chance(0.4) ? whole : within(whole, draw);
    double degrees = draw.chance(0.5) ? 0 : 90.0 * draw.below(4);
    return KneeScenes.framed(film, part, degrees + draw.normal(0, 8), draw);
  }

  private static Area within(Area whole, Draw draw) {
    double width = draw.between(0.35, 1) * whole.width();
    double height = draw.between(0.35, 1) * whole.height();
    double left = draw.between(0, whole.width() - width);
    double top = draw.between(0, whole.height() - height);
    return new Area(left, top, left + width, top + height);
  }

  /** The thigh above or the leg below a knee; absent when the film shows too little of either. */
  static Optional<Scene> besideJoint(FinderFilm film, Draw draw) {
    PlacedJoint joint = film.joints().get(0);
    double away = draw.between(BEYOND_JOINT[0], BEYOND_JOINT[1]) * joint.width();
    double top = 0;
    double bottom = film.film().height();
    if (draw.chance(0.5)) {
      bottom = joint.y() - away;
    } else {
      top = joint.y() + away;
    }
    if (bottom - top < 0.5 * joint.width()) {
      return Optional.empty();
    }
    Area strip = new Area(0, top, film.film().width(), bottom);
    FinderFilm without = new FinderFilm(film.name(), film.film(), List.of());
    return Optional.of(KneeScenes.framed(without, strip, draw.normal(0, 6), draw));
  }

  /** A knee on its side or upside down. */
  static Scene turned(FinderFilm film, Draw draw) {
    FinderFilm without = new FinderFilm(film.name(), film.film(), List.of());
    double degrees =
        draw.chance(0.7)
            ? 90.0 * (1 + draw.below(3)) + draw.normal(0, 6, 20)
            : draw.between(LEAST_TURN, 360 - LEAST_TURN);
    Area whole = Area.of(film.film());
    double side = Math.hypot(whole.width(), whole.height());
    double[] middle = {whole.width() / 2, whole.height() / 2};
    double[] target = {side / 2, side / 2};
    Placement placement = new Placement(middle, target, 1, degrees, draw.chance(0.5));
    Scene.Layer layer = new Scene.Layer(without.film(), placement, whole);
    return new Scene(side, side, draw.background(), List.of(layer), List.of());
  }

  /** Two films of other body parts side by side. */
  static Scene pair(FinderFilm first, FinderFilm second, Draw draw) {
    List<Scene.Layer> layers = new ArrayList<>();
    double height = 400;
    double x = 0;
    for (FinderFilm film : List.of(first, second)) {
      Area whole = Area.of(film.film());
      double scale = height / whole.height();
      double width = whole.width() * scale;
      double[] middle = {whole.width() / 2, whole.height() / 2};
      Placement placement =
          new Placement(
              middle, new double[] {x + width / 2, height / 2}, scale, 0, draw.chance(0.5));
      layers.add(new Scene.Layer(film.film(), placement, whole));
      x += width;
    }
    return new Scene(x, height, draw.background(), layers, List.of());
  }

  /** A drawn picture that is no radiograph. */
  static Scene clutter(Draw draw) {
    FinderFilm film = new FinderFilm("clutter", Clutter.draw(draw), List.of());
    return KneeScenes.framed(film, Area.of(film.film()), draw.normal(0, 20), draw);
  }
}
