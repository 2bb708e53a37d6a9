package org.strnet.dicom.result.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.result.PicturedFilms;
import org.strnet.dicom.result.ReadBack;
import org.strnet.dicom.result.ResultCases;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.result.ResultObjects;
import org.strnet.dicom.result.ResultOptions;
import org.strnet.dicom.result.content.StatementBuilder;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.report.FilmResult;
import org.strnet.report.ModelFacts;
import org.strnet.report.Picture;

class SecondaryCaptureTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();
  private static final ScreenedFilm FILM = ResultCases.twoKnees(FACTS);

  @Test
  void the_stored_pixels_are_those_of_the_page() throws Exception {
    Attributes capture = ReadBack.of(FACTS, FILM, ResultKind.PAGE);
    var context = new ResultContext(FILM, FACTS, ResultCases.device(), false, ResultCases.AT);
    BufferedImage page = ResultPage.of(StatementBuilder.of(context));

    byte[] samples = capture.getBytes(Tag.PixelData);

    assertThat(samples).hasSize(3 * 1600 * 1200);
    for (int y = 0; y < 1200; y += 7) {
      for (int x = 0; x < 1600; x += 3) {
        int at = 3 * (y * 1600 + x);
        int stored =
            ((samples[at] & 0xff) << 16)
                | ((samples[at + 1] & 0xff) << 8)
                | (samples[at + 2] & 0xff);
        assertThat(stored).isEqualTo(page.getRGB(x, y) & 0xffffff);
      }
    }
  }

  @Test
  void the_page_is_a_derived_colour_picture_of_the_film() {
    Attributes capture = ReadBack.of(FACTS, FILM, ResultKind.PAGE);

    assertThat(capture.getStrings(Tag.ImageType)).containsExactly("DERIVED", "SECONDARY");
    assertThat(capture.getString(Tag.ConversionType)).isEqualTo("WSD");
    assertThat(capture.getString(Tag.PhotometricInterpretation)).isEqualTo("RGB");
    assertThat(capture.getInt(Tag.Columns, 0)).isEqualTo(1600);
    assertThat(
            capture
                .getNestedDataset(Tag.SourceImageSequence)
                .getString(Tag.ReferencedSOPInstanceUID))
        .isEqualTo(ResultCases.FILM);
  }

  @Test
  void a_page_names_the_patient_only_when_asked_and_then_says_so() {
    Attributes plain = ReadBack.of(FACTS, FILM, ResultKind.PAGE);
    var options = new ResultOptions(EnumSet.of(ResultKind.PAGE), ResultCases.device(), true);
    Attributes named =
        ReadBack.dataset(ResultObjects.of(FACTS, options).of(FILM, ResultCases.AT).get(0).file());

    assertThat(plain.getString(Tag.BurnedInAnnotation)).isEqualTo("NO");
    assertThat(named.getString(Tag.BurnedInAnnotation)).isEqualTo("YES");
    assertThat(StatementBuilder.of(context(false)).patient()).isEmpty();
    assertThat(StatementBuilder.of(context(true)).patient()).contains("PHANTOM ÖNE  PH-0001");
  }

  @Test
  void a_page_with_a_film_shows_it_and_says_that_it_was_compressed() throws Exception {
    ScreenedFilm pictured = PicturedFilms.of(ResultCases.flagged(FACTS));
    var context = new ResultContext(pictured, FACTS, ResultCases.device(), false, ResultCases.AT);
    BufferedImage page = ResultPage.of(StatementBuilder.of(context));
    Attributes capture = ReadBack.of(FACTS, pictured, ResultKind.PAGE);

    assertThat(brightIn(page, new Box(60, 250, 500, 500))).isGreaterThan(20_000);
    assertThat(brightIn(page, new Box(660, 300, 700, 300))).isGreaterThan(20_000);
    assertThat(capture.getString(Tag.LossyImageCompression)).isEqualTo("01");
    assertThat(capture.getDouble(Tag.LossyImageCompressionRatio, 0)).isGreaterThan(2);
    assertThat(capture.getString(Tag.LossyImageCompressionMethod)).isEqualTo("ISO_10918_1");
  }

  @Test
  void a_page_of_pixels_as_they_were_drawn_lost_nothing_and_looks_the_same() throws Exception {
    ScreenedFilm encoded = PicturedFilms.of(ResultCases.flagged(FACTS));
    FilmResult.Assessed result = (FilmResult.Assessed) encoded.result();
    Picture film = result.picture().orElseThrow();
    Picture drawn =
        Picture.drawn(
            Picture.Format.JPEG,
            Pictures.decode(film),
            () -> {
              throw new IllegalStateException("nothing is encoded");
            });
    var assessed =
        new FilmResult.Assessed(
            result.image(),
            result.knees(),
            result.leftOut(),
            result.clinicalUsed(),
            Optional.of(drawn));
    ScreenedFilm pictured =
        new ScreenedFilm(
            encoded.header(), assessed.withNotices(encoded.notices()), encoded.sides());

    Attributes capture = ReadBack.of(FACTS, pictured, ResultKind.PAGE);

    assertThat(capture.contains(Tag.LossyImageCompression)).isFalse();
    assertThat(capture.getBytes(Tag.PixelData))
        .isEqualTo(ReadBack.of(FACTS, encoded, ResultKind.PAGE).getBytes(Tag.PixelData));
  }

  @Test
  void a_page_of_a_film_that_came_compressed_repeats_how() {
    Attributes header = ResultCases.header().attributes();
    header.setString(Tag.LossyImageCompression, VR.CS, "01");
    header.setString(Tag.LossyImageCompressionRatio, VR.DS, "9.5");
    header.setString(Tag.LossyImageCompressionMethod, VR.CS, "ISO_15444_1");
    var film = new ScreenedFilm(FilmHeader.of(header), FILM.result(), FILM.sides());

    Attributes capture = ReadBack.of(FACTS, film, ResultKind.PAGE);

    assertThat(capture.getString(Tag.LossyImageCompressionRatio)).isEqualTo("9.5");
    assertThat(capture.getString(Tag.LossyImageCompressionMethod)).isEqualTo("ISO_15444_1");
  }

  private static int brightIn(BufferedImage page, Box box) {
    int bright = 0;
    for (int y = (int) box.y(); y < box.bottom(); y++) {
      for (int x = (int) box.x(); x < box.right(); x++) {
        bright += (page.getRGB(x, y) & 0xff) > 100 ? 1 : 0;
      }
    }
    return bright;
  }

  private static ResultContext context(boolean named) {
    return new ResultContext(FILM, FACTS, ResultCases.device(), named, ResultCases.AT);
  }
}
