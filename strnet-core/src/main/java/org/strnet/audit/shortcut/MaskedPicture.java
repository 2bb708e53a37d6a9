package org.strnet.audit.shortcut;

import java.util.Optional;
import org.strnet.audit.film.AuditedFilm;
import org.strnet.audit.film.GreyPicture;
import org.strnet.knee.KneeRegion;

/**
 * A film with its knee masked out, as {@value #SIDE} x {@value #SIDE} grey values: what a network
 * could still see if it never looked at the joint.
 */
final class MaskedPicture {

  /** Side of the grid. */
  static final int SIDE = 16;

  /** Side of the mask in plateau widths: the crop a network gets, and a little more. */
  private static final double WIDTHS = 1.8;

  /** Where no joint is annotated, this share of width and height in the middle is masked. */
  private static final double MIDDLE = 0.6;

  private MaskedPicture() {}

  static double[] of(AuditedFilm film) {
    GreyPicture picture = film.evidence().orElseThrow().picture();
    double[] box = box(picture, film.film().annotatedKnee());
    float[] greys = picture.values();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < greys.length; i++) {
      if (!covers(box, i, picture.width())) {
        sum += greys[i];
        count++;
      }
    }
    float mean = count == 0 ? 0 : (float) (sum / count);
    for (int i = 0; i < greys.length; i++) {
      if (covers(box, i, picture.width())) {
        greys[i] = mean;
      }
    }
    float[] cells =
        GreyPicture.of(picture.width(), picture.height(), greys).resized(SIDE, SIDE).values();
    double[] features = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      features[i] = cells[i];
    }
    return features;
  }

  /** Left, top, right, bottom in pixels of the picture. */
  private static double[] box(GreyPicture picture, Optional<KneeRegion> knee) {
    double width = picture.width();
    double height = picture.height();
    if (knee.isEmpty()) {
      double edge = (1 - MIDDLE) / 2;
      return new double[] {width * edge, height * edge, width * (1 - edge), height * (1 - edge)};
    }
    double half = WIDTHS / 2 * knee.get().plateauWidth() * width;
    double x = knee.get().cx() * width;
    double y = knee.get().cy() * height;
    return new double[] {x - half, y - half, x + half, y + half};
  }

  private static boolean covers(double[] box, int at, int width) {
    double x = at % width + 0.5;
    int row = at / width;
    double y = row + 0.5;
    return x > box[0] && x < box[2] && y > box[1] && y < box[3];
  }
}
