package org.strnet.training.finder.scene;

import java.util.ArrayList;
import java.util.List;
import org.strnet.knee.FilmWindow;

/**
 * One picture as the network sees it, with what it should find.
 *
 * @param film {@code size * size} values in [-1, 1]
 * @param size side in pixels
 * @param joints joints that show well, in pixels of the picture
 * @param unclear joints cut by an edge or too small to tell: neither asked for nor forbidden
 */
public record FinderSample(
    float[] film, int size, List<PlacedJoint> joints, List<PlacedJoint> unclear) {

  /** A joint is cut off when its centre is nearer to an edge than this share of its plateau. */
  static final double CLEAR_MARGIN = 0.3;

  /** Plateaus of fewer pixels than this are too small to tell. */
  static final double SMALLEST_PLATEAU = 12;

  /** Plateaus of more than this share of the picture are too large to tell. */
  private static final double LARGEST_SHARE = 1.1;

  /** Copies the lists; the film is handed over. */
  public FinderSample {
    joints = List.copyOf(joints);
    unclear = List.copyOf(unclear);
  }

  /** What of a scene's joints shows through a window. */
  static FinderSample of(Scene scene, FilmWindow window, float[] film, int size) {
    Area visible = visible(scene, window);
    double zoom = size / window.side();
    List<PlacedJoint> joints = new ArrayList<>();
    List<PlacedJoint> unclear = new ArrayList<>();
    for (PlacedJoint joint : scene.joints()) {
      double margin = visible.depth(joint.x(), joint.y()) / joint.width();
      double width = joint.width() * zoom;
      if (margin < -CLEAR_MARGIN) {
        continue;
      }
      PlacedJoint seen =
          new PlacedJoint(
              (joint.x() - window.left()) * zoom,
              (joint.y() - window.top()) * zoom,
              width,
              joint.side(),
              joint.exact());
      boolean clear =
          margin >= CLEAR_MARGIN && width >= SMALLEST_PLATEAU && width <= LARGEST_SHARE * size;
      (clear ? joints : unclear).add(seen);
    }
    return new FinderSample(film, size, joints, unclear);
  }

  private static Area visible(Scene scene, FilmWindow window) {
    return new Area(
        Math.max(0, window.left()),
        Math.max(0, window.top()),
        Math.min(scene.width(), window.left() + window.side()),
        Math.min(scene.height(), window.top() + window.side()));
  }
}
