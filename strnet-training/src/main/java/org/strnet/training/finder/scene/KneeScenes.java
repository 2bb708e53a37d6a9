package org.strnet.training.finder.scene;

import java.util.ArrayList;
import java.util.List;
import org.strnet.knee.FibulaSide;

/** Lays out films that show one knee or two. */
final class KneeScenes {

  /** Least film kept around a joint, in plateau widths, when a film is cut smaller. */
  private static final double KEPT = 0.65;

  /** Plateau width in scenes put together from two films, in scene pixels. */
  private static final double PAIR_PLATEAU = 110;

  private static final double LARGEST_TURN = 15;

  private KneeScenes() {}

  /** One film with one or more joints: turned a little, mirrored, cut smaller, on a border. */
  static Scene single(FinderFilm film, Draw draw) {
    Area part = draw.chance(0.5) ? cut(film, draw) : Area.of(film.film());
    return framed(film, part, draw.normal(0, 5, LARGEST_TURN), draw);
  }

  /** Part of a film around its joints. */
  private static Area cut(FinderFilm film, Draw draw) {
    double left = film.film().width();
    double top = film.film().height();
    double right = 0;
    double bottom = 0;
    for (PlacedJoint joint : film.joints()) {
      double kept = KEPT * joint.width();
      left = Math.min(left, joint.x() - kept);
      top = Math.min(top, joint.y() - kept);
      right = Math.max(right, joint.x() + kept);
      bottom = Math.max(bottom, joint.y() + kept);
    }
    return new Area(
        draw.between(0, 1) * Math.max(0, left),
        draw.between(0, 1) * Math.max(0, top),
        film.film().width() - draw.between(0, 1) * Math.max(0, film.film().width() - right),
        film.film().height() - draw.between(0, 1) * Math.max(0, film.film().height() - bottom));
  }

  /** Part of a film, turned, in a frame that may be wider than it. */
  static Scene framed(FinderFilm film, Area part, double degrees, Draw draw) {
    double longest = Math.max(part.width(), part.height());
    boolean bordered = draw.chance(0.35);
    double[] border = new double[4];
    for (int i = 0; bordered && i < 4; i++) {
      border[i] = draw.chance(0.6) ? draw.between(0, 0.5) * longest : 0;
    }
    double[] anchor = {(part.left() + part.right()) / 2, (part.top() + part.bottom()) / 2};
    double[] target = {border[0] + part.width() / 2, border[1] + part.height() / 2};
    Placement placement = new Placement(anchor, target, 1, degrees, draw.chance(0.5));
    return new Scene(
        part.width() + border[0] + border[2],
        part.height() + border[1] + border[3],
        draw.background(),
        List.of(new Scene.Layer(film.film(), placement, part)),
        film.joints().stream().map(placement::joint).toList());
  }

  /**
   * Two films of one knee each side by side, as both knees of a patient are taken: the same size
   * within a few percent, joint lines nearly level, mostly with both fibulas outside.
   */
  static Scene pair(FinderFilm first, FinderFilm second, Draw draw) {
    double[] extent = {
      draw.between(0.75, 1.6),
      draw.between(0.75, 1.2),
      draw.between(0.8, 2.2),
      draw.between(0.8, 2.5)
    };
    double gap = draw.chance(0.5) ? 0 : draw.between(0, 1.5);
    double width = (2 * extent[0] + 2 * extent[1] + gap) * PAIR_PLATEAU;
    double height = (extent[2] + extent[3]) * PAIR_PLATEAU;
    List<Scene.Layer> layers = new ArrayList<>();
    List<PlacedJoint> joints = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      FinderFilm film = i == 0 ? first : second;
      PlacedJoint joint = film.joints().get(0);
      FibulaSide outside = i == 0 ? FibulaSide.LEFT : FibulaSide.RIGHT;
      boolean mirrored = draw.chance(0.85) ? joint.side() != outside : draw.chance(0.5);
      double reach = (extent[0] + (i == 0 ? 0 : 2 * extent[1] + gap)) * PAIR_PLATEAU;
      double level = (extent[2] + draw.normal(0, 0.08, 0.2)) * PAIR_PLATEAU;
      Placement placement =
          new Placement(
              new double[] {joint.x(), joint.y()},
              new double[] {reach, level},
              PAIR_PLATEAU * draw.between(0.93, 1.07) / joint.width(),
              draw.normal(0, 4, LARGEST_TURN),
              mirrored);
      boolean innerRight = (i == 0) != mirrored;
      layers.add(new Scene.Layer(film.film(), placement, side(film, extent, innerRight)));
      joints.add(placement.joint(joint));
    }
    return new Scene(width, height, draw.background(), layers, joints);
  }

  /** What of a film shows beside the other knee: the inner side ends midway. */
  private static Area side(FinderFilm film, double[] extent, boolean innerRight) {
    PlacedJoint joint = film.joints().get(0);
    double inner = extent[1] * joint.width();
    return new Area(
        innerRight ? 0 : Math.max(0, joint.x() - inner),
        0,
        innerRight ? Math.min(film.film().width(), joint.x() + inner) : film.film().width(),
        film.film().height());
  }

  /** One or two knee crops, whole or pasted onto a larger frame. */
  static Scene pasted(List<FinderFilm> crops, Draw draw) {
    if (crops.size() == 1 && draw.chance(0.4)) {
      return framed(crops.get(0), Area.of(crops.get(0).film()), draw.normal(0, 5, 12), draw);
    }
    double side = crops.get(0).film().width();
    double scale = draw.between(0.8, 1.1);
    double margin = draw.between(0.05, 1.2) * side;
    double gap = draw.between(0, 0.6) * side;
    double height = side * scale + 2 * draw.between(0.05, 1.2) * side;
    List<Scene.Layer> layers = new ArrayList<>();
    List<PlacedJoint> joints = new ArrayList<>();
    double x = margin;
    for (FinderFilm crop : crops) {
      double[] middle = {crop.film().width() / 2.0, crop.film().height() / 2.0};
      double[] target = {x + side * scale / 2, height / 2 + draw.normal(0, 0.05, 0.1) * side};
      Placement placement =
          new Placement(middle, target, scale, draw.normal(0, 4, 10), draw.chance(0.5));
      layers.add(new Scene.Layer(crop.film(), placement, Area.of(crop.film())));
      crop.joints().forEach(joint -> joints.add(placement.joint(joint)));
      x += side * scale + gap;
    }
    return new Scene(x - gap + margin, height, draw.background(), layers, joints);
  }
}
