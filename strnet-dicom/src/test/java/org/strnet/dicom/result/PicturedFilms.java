package org.strnet.dicom.result;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.explanation.ExplainedKnee;
import org.strnet.explanation.FilmPicture;
import org.strnet.explanation.HeatMap;
import org.strnet.explanation.HeatMapPicture;
import org.strnet.knee.KneeRegion;
import org.strnet.phantom.PhantomFilm;
import org.strnet.pixels.Crop;
import org.strnet.pixels.KneePixels;
import org.strnet.pixels.PixelSpecification;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeExplanation;
import org.strnet.report.KneeResult;
import org.strnet.report.Picture;

/** Results with the pictures that a screener draws, of a phantom film. */
public final class PicturedFilms {

  private static final PixelSpecification PIXELS = PixelSpecification.ofSize(160);
  private static final HeatMap HEAT = new HeatMap(2, 2, new float[] {0, 0.3f, 0.6f, 1}, 0.37);

  private PicturedFilms() {}

  /** The same film with pictures. */
  public static ScreenedFilm of(ScreenedFilm film) throws IOException {
    FilmResult.Assessed result = (FilmResult.Assessed) film.result();
    PhantomFilm phantom = PhantomFilm.draw(5, 1, 8);
    List<ExplainedKnee> explained = new ArrayList<>();
    List<KneeResult> knees = new ArrayList<>();
    for (KneeResult knee : result.knees()) {
      KneeRegion region = phantom.knees().get(0);
      explained.add(new ExplainedKnee(Crop.around(phantom.radiograph(), region, PIXELS), HEAT));
      float[] input = new KneePixels(PIXELS).input(phantom.radiograph(), region);
      Picture picture = encoded(HeatMapPicture.of(input, 160, HEAT), Picture.Format.PNG);
      knees.add(
          knee.withExplanation(
              new KneeExplanation(picture, picture, Optional.empty(), Optional.empty())));
    }
    Picture whole = encoded(FilmPicture.of(phantom.radiograph(), explained), Picture.Format.JPEG);
    var pictured =
        new FilmResult.Assessed(
            result.image(), knees, result.leftOut(), result.clinicalUsed(), Optional.of(whole));
    return new ScreenedFilm(film.header(), pictured.withNotices(film.notices()), film.sides());
  }

  private static Picture encoded(BufferedImage image, Picture.Format format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format.code(), bytes);
    return Picture.of(format, bytes.toByteArray());
  }
}
