package org.strnet.audit.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.strnet.audit.film.GreyPicture;

/**
 * Lays one picture over another, by shift and size, so that their textures correlate most: coarse
 * to fine, the few best sizes of the coarse level followed further. Turns other than quarter turns
 * are not searched.
 */
final class Alignment {

  /** Longer side of the still picture at each level. */
  private static final int[] LEVELS = {40, 80, 160};

  private static final double STEP = 1.04;
  private static final int STEPS = 6;
  private static final double LARGEST_SHIFT = 0.3;

  /** How much of the smaller one's film must lie on film. */
  private static final double LEAST_OVERLAP = 0.5;

  /** How much of the still picture must be film on both: a few edges agree by chance. */
  private static final double LEAST_FILM = 0.08;

  private static final int FOLLOWED = 3;

  /** Below this at the middle level a start is given up: the same film is far above. */
  private static final double HOPELESS = 0.6;

  private final GreyPicture still;
  private final GreyPicture moving;
  private final double size;

  /** The still picture at the levels reached so far. */
  private final List<Texture> levels = new ArrayList<>();

  private Alignment(GreyPicture still, GreyPicture moving) {
    this.still = still;
    this.moving = moving;
    this.size =
        Math.sqrt(
            still.width() * (double) still.height() / (moving.width() * (double) moving.height()));
  }

  /** A place of the moving picture: size, and its centre from the still one's, at one level. */
  private record Place(double scale, double x, double y, double correlation) {}

  /** The highest correlation found, -1 to 1. */
  static double correlation(GreyPicture still, GreyPicture moving) {
    return new Alignment(still, moving).best();
  }

  private double best() {
    double best = -1;
    List<Place> starts = starts();
    for (Place start : starts.subList(0, Math.min(FOLLOWED, starts.size()))) {
      Place middle = refined(start, 1, 0.02);
      if (middle.correlation > HOPELESS) {
        best = Math.max(best, refined(middle, 2, 0.01).correlation);
      }
    }
    return best;
  }

  private List<Place> starts() {
    Texture under = still(0);
    List<Place> places = new ArrayList<>();
    for (int step = -STEPS; step <= STEPS; step++) {
      double scale = size * Math.pow(STEP, step);
      Texture over = Texture.of(at(moving, factor(0) * scale));
      int reachX = (int) Math.ceil(LARGEST_SHIFT * Math.min(under.width(), over.width()));
      int reachY = (int) Math.ceil(LARGEST_SHIFT * Math.min(under.height(), over.height()));
      places.add(search(under, over, new Place(scale, 0, 0, -1), reachX, reachY));
    }
    places.sort(Comparator.comparingDouble(Place::correlation).reversed());
    return places;
  }

  private Place refined(Place start, int level, double scaleStep) {
    Texture under = still(level);
    double twice = factor(level) / factor(level - 1);
    Place best = new Place(start.scale, 0, 0, -1);
    for (int step = -1; step <= 1; step++) {
      double scale = start.scale * (1 + step * scaleStep);
      Texture over = Texture.of(at(moving, factor(level) * scale));
      Place from = new Place(scale, start.x * twice, start.y * twice, -1);
      Place found = search(under, over, from, 2, 2);
      best = found.correlation > best.correlation ? found : best;
    }
    return best;
  }

  private static Place search(Texture under, Texture over, Place from, int reachX, int reachY) {
    double least =
        Math.max(
            LEAST_OVERLAP * Math.min(under.masked(), over.masked()),
            LEAST_FILM * under.width() * under.height());
    double centreX = (under.width() - over.width()) / 2.0;
    double centreY = (under.height() - over.height()) / 2.0;
    int startX = (int) Math.round(centreX + from.x);
    int startY = (int) Math.round(centreY + from.y);
    Place best = from;
    for (int y = startY - reachY; y <= startY + reachY; y++) {
      for (int x = startX - reachX; x <= startX + reachX; x++) {
        double correlation = under.correlation(over, x, y, least);
        if (correlation > best.correlation) {
          best = new Place(from.scale, x - centreX, y - centreY, correlation);
        }
      }
    }
    return best;
  }

  private Texture still(int level) {
    while (levels.size() <= level) {
      levels.add(Texture.of(at(still, factor(levels.size()))));
    }
    return levels.get(level);
  }

  private double factor(int level) {
    return LEVELS[level] / (double) Math.max(still.width(), still.height());
  }

  private static GreyPicture at(GreyPicture picture, double factor) {
    return picture.resized(
        Math.max(4, (int) Math.round(picture.width() * factor)),
        Math.max(4, (int) Math.round(picture.height() * factor)));
  }
}
