package org.strnet.dicom.grayscale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.FilmHeader;

/**
 * What a display shutter leaves open (PS3.3 C.7.6.11). Rows and columns count from 1; a pixel is
 * hidden when any of the shutter's shapes hides it.
 */
@FunctionalInterface
interface Shutter {

  /** Whether a pixel is shown; row and column from 1. */
  boolean shows(int row, int column);

  /** The shutter of a header, if it has one whose shapes are all complete. */
  static Optional<Shutter> of(FilmHeader header) {
    List<Shutter> shapes = new ArrayList<>();
    for (String shape : header.texts(Tag.ShutterShape)) {
      Optional<Shutter> read = shape(shape, header);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      shapes.add(read.get());
    }
    return shapes.isEmpty()
        ? Optional.empty()
        : Optional.of((row, column) -> shapes.stream().allMatch(shape -> shape.shows(row, column)));
  }

  /** Whether a header has a shutter at all. */
  static boolean isStated(FilmHeader header) {
    return !header.texts(Tag.ShutterShape).isEmpty();
  }

  private static Optional<Shutter> shape(String shape, FilmHeader header) {
    return switch (shape) {
      case "RECTANGULAR" -> rectangular(header);
      case "CIRCULAR" -> circular(header);
      case "POLYGONAL" -> polygonal(header.numbers(Tag.VerticesOfThePolygonalShutter));
      default -> Optional.empty();
    };
  }

  private static Optional<Shutter> rectangular(FilmHeader header) {
    int[] tags = {
      Tag.ShutterLeftVerticalEdge,
      Tag.ShutterRightVerticalEdge,
      Tag.ShutterUpperHorizontalEdge,
      Tag.ShutterLowerHorizontalEdge
    };
    int[] edges = new int[tags.length];
    for (int i = 0; i < tags.length; i++) {
      if (header.integer(tags[i]).isEmpty()) {
        return Optional.empty();
      }
      edges[i] = header.integer(tags[i]).getAsInt();
    }
    return Optional.of(
        (row, column) ->
            column >= edges[0] && column <= edges[1] && row >= edges[2] && row <= edges[3]);
  }

  private static Optional<Shutter> circular(FilmHeader header) {
    List<Double> center = header.numbers(Tag.CenterOfCircularShutter);
    if (center.size() != 2 || header.number(Tag.RadiusOfCircularShutter).isEmpty()) {
      return Optional.empty();
    }
    double radius = header.number(Tag.RadiusOfCircularShutter).getAsDouble();
    return Optional.of(
        (row, column) -> Math.hypot(row - center.get(0), column - center.get(1)) <= radius);
  }

  /** Inside by the even-odd rule; vertices are row, column, row, column. */
  private static Optional<Shutter> polygonal(List<Double> vertices) {
    int corners = vertices.size() / 2;
    if (vertices.size() % 2 != 0 || corners < 3) {
      return Optional.empty();
    }
    double[] rows = new double[corners];
    double[] columns = new double[corners];
    for (int i = 0; i < corners; i++) {
      rows[i] = vertices.get(2 * i);
      columns[i] = vertices.get(2 * i + 1);
    }
    return Optional.of(
        (row, column) -> {
          boolean inside = false;
          for (int i = 0, j = corners - 1; i < corners; j = i++) {
            boolean crosses = rows[i] > row != rows[j] > row;
            if (crosses
                && column
                    < (columns[j] - columns[i]) * (row - rows[i]) / (rows[j] - rows[i])
                        + columns[i]) {
              inside = !inside;
            }
          }
          return inside;
        });
  }
}
