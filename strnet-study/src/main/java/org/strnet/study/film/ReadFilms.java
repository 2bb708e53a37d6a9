package org.strnet.study.film;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.strnet.dataset.CohortFilm;
import org.strnet.explanation.FilmPicture;
import org.strnet.radiograph.NotAssessableException;
import org.strnet.radiograph.RadiographReader;
import org.strnet.report.Picture;

/** Pictures of films read from their files, without heat-maps. */
public final class ReadFilms implements FilmPictures {

  private static final int LONGEST = 384;

  @Override
  public Optional<Picture> film(CohortFilm film) {
    try {
      return Optional.of(
          encoded(halved(FilmPicture.of(new RadiographReader().read(film.file()), List.of()))));
    } catch (NotAssessableException e) {
      return Optional.empty();
    }
  }

  /** Small enough that a dozen do not make a page heavy. */
  private static BufferedImage halved(BufferedImage image) {
    double scale = Math.min(1, LONGEST / (double) Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) (image.getWidth() * scale));
    int height = Math.max(1, (int) (image.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = small.createGraphics();
    graphics.setRenderingHint(
        java.awt.RenderingHints.KEY_INTERPOLATION,
        java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return small;
  }

  private static Picture encoded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Picture.of(Picture.Format.JPEG, bytes.toByteArray());
  }
}
