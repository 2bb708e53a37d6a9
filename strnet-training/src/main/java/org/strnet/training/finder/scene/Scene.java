package org.strnet.training.finder.scene;

import java.util.Arrays;
import java.util.List;
import org.strnet.knee.FilmWindow;

/**
 * A film put together from others: layers over a background, with the joints that show.
 *
 * @param width columns
 * @param height rows
 * @param background grey value where no layer lies, 0 to 255
 * @param layers the first lies on top
 * @param joints every joint that may show, in scene pixels
 */
record Scene(
    double width, double height, float background, List<Layer> layers, List<PlacedJoint> joints) {

  /**
   * A film, or part of it, in a scene.
   *
   * @param film the film
   * @param placement how it lies
   * @param part what of it shows, in film pixels
   */
  record Layer(ReducedFilm film, Placement placement, Area part) {}

  /** Copies the lists. */
  Scene {
    layers = List.copyOf(layers);
    joints = List.copyOf(joints);
  }

  /** The square around the whole scene, as the finder first looks at a film. */
  FilmWindow whole() {
    double side = Math.max(width, height);
    return new FilmWindow((width - side) / 2, (height - side) / 2, side);
  }

  /**
   * What shows through a window.
   *
   * @return {@code size * size} grey values, NaN off the scene
   */
  float[] render(FilmWindow window, int size) {
    float[] grey = new float[size * size];
    Arrays.fill(grey, Float.NaN);
    double step = window.side() / size;
    int[] levels = new int[layers.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = layers.get(i).film.level(step / layers.get(i).placement.scale());
    }
    for (int row = 0; row < size; row++) {
      double y = window.top() + (row + 0.5) * step;
      for (int column = 0; column < size; column++) {
        double x = window.left() + (column + 0.5) * step;
        if (x >= 0 && x < width && y >= 0 && y < height) {
          grey[row * size + column] = at(x, y, levels);
        }
      }
    }
    return grey;
  }

  private float at(double x, double y, int[] levels) {
    for (int i = 0; i < levels.length; i++) {
      Layer layer = layers.get(i);
      double filmX = layer.placement.filmX(x, y);
      double filmY = layer.placement.filmY(x, y);
      if (layer.part.contains(filmX, filmY)) {
        return layer.film.grey(filmX, filmY, levels[i]);
      }
    }
    return background;
  }
}
