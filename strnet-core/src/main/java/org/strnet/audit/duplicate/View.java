package org.strnet.audit.duplicate;

import java.util.ArrayList;
import java.util.List;
import org.strnet.audit.film.GreyPicture;

/**
 * A part of a film that may be all there is of another copy: the whole, the film without its empty
 * borders, each half of a wide one.
 *
 * @param part what is seen
 * @param hashes of the part in every {@link Orientation}
 */
record View(GreyPicture part, List<ViewHash> hashes) {

  /** A line is border when less of it shows film. */
  private static final double LEAST_FILM = 0.15;

  private static final int LEAST_SIDE = 16;

  /** Wider than this, a film may show two knees. */
  private static final double WIDE = 1.15;

  View {
    hashes = List.copyOf(hashes);
  }

  private View(GreyPicture part) {
    this(part, ViewHash.of(part));
  }

  /** The views of a film: one to four. */
  static List<View> of(GreyPicture picture) {
    List<View> views = new ArrayList<>();
    views.add(new View(picture));
    GreyPicture content = content(picture);
    if (content.width() < 0.97 * picture.width() || content.height() < 0.97 * picture.height()) {
      views.add(new View(content));
    }
    int half = content.width() / 2;
    if (content.width() > WIDE * content.height() && half >= LEAST_SIDE) {
      views.add(new View(content.part(0, 0, half, content.height())));
      views.add(new View(content.part(content.width() - half, 0, half, content.height())));
    }
    return views;
  }

  /** The picture without empty rows, then columns, along its edges. */
  static GreyPicture content(GreyPicture picture) {
    boolean[] film = Texture.film(picture.values(), picture.width(), picture.height());
    int[] rows = range(film, picture.height(), picture.width(), picture.width(), 1);
    int[] columns = range(film, picture.width(), picture.height(), 1, picture.width());
    int width = columns[1] - columns[0];
    int height = rows[1] - rows[0];
    return width < LEAST_SIDE || height < LEAST_SIDE
        ? picture
        : picture.part(columns[0], rows[0], width, height);
  }

  /** From the first to behind the last line with enough film. */
  private static int[] range(boolean[] film, int lines, int length, int nextLine, int next) {
    int first = lines;
    int end = 0;
    for (int line = 0; line < lines; line++) {
      int count = 0;
      for (int at = 0; at < length; at++) {
        count += film[line * nextLine + at * next] ? 1 : 0;
      }
      if (count > LEAST_FILM * length) {
        first = Math.min(first, line);
        end = line + 1;
      }
    }
    return new int[] {first, end};
  }
}
