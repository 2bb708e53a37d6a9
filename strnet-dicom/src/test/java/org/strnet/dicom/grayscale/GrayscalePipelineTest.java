package org.strnet.dicom.grayscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.Films;
import org.strnet.dicom.film.StoredImage;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;

/** Worked by hand; sample i of the film is i, 64 in a row. */
class GrayscalePipelineTest {

  @Test
  void linear_exact_is_shown_as_its_formula_says() {
    Attributes film = windowed("LINEAR_EXACT", 2048, 1024);

    // (1792 - 2048) / 1024 + 0.5 = 0.25 of 65535
    assertThat(shown(film, 1792)).isEqualTo(16383);
    assertThat(shown(film, 1536)).isZero();
    assertThat(shown(film, 1537)).isEqualTo(63);
    assertThat(shown(film, 2560)).isEqualTo(65535);
  }

  @Test
  void a_window_of_width_one_is_a_threshold() {
    Attributes film = windowed("LINEAR", 2048, 1);

    assertThat(shown(film, 2047)).isZero();
    assertThat(shown(film, 2048)).isEqualTo(65535);
  }

  @Test
  void the_first_of_several_windows_is_taken() {
    Attributes film = Films.film();
    film.setString(Tag.WindowCenter, VR.DS, "2048", "100");
    film.setString(Tag.WindowWidth, VR.DS, "1", "7");

    assertThat(shown(film, 2047)).isZero();
  }

  @Test
  void padding_is_black_on_an_inverted_film_too() {
    Attributes film = Films.film();
    film.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");
    film.setInt(Tag.PixelPaddingValue, VR.US, 0);
    film.setInt(Tag.PixelPaddingRangeLimit, VR.US, 9);

    assertThat(shown(film, 0)).isZero();
    assertThat(shown(film, 9)).isZero();
    assertThat(shown(film, 10)).isEqualTo(65535 - 160);
  }

  @Test
  void a_rectangular_shutter_hides_what_lies_outside_its_edges() {
    Attributes film = Films.film();
    film.setString(Tag.ShutterShape, VR.CS, "RECTANGULAR");
    film.setInt(Tag.ShutterLeftVerticalEdge, VR.IS, 3);
    film.setInt(Tag.ShutterRightVerticalEdge, VR.IS, 60);
    film.setInt(Tag.ShutterUpperHorizontalEdge, VR.IS, 2);
    film.setInt(Tag.ShutterLowerHorizontalEdge, VR.IS, 64);

    assertThat(shown(film, 64 + 1)).isZero();
    assertThat(shown(film, 64 + 2)).isEqualTo(16 * 66);
    assertThat(shown(film, 64 + 59)).isEqualTo(16 * 123);
    assertThat(shown(film, 64 + 60)).isZero();
    assertThat(shown(film, 10)).isZero();
  }

  @Test
  void a_circular_and_a_polygonal_shutter_together_leave_what_both_leave() {
    Attributes film = Films.film();
    film.setString(Tag.ShutterShape, VR.CS, "CIRCULAR", "POLYGONAL");
    film.setInt(Tag.CenterOfCircularShutter, VR.IS, 32, 32);
    film.setInt(Tag.RadiusOfCircularShutter, VR.IS, 20);
    // The triangle below the diagonal: rows and columns alternate.
    film.setInt(Tag.VerticesOfThePolygonalShutter, VR.IS, 1, 1, 64, 1, 64, 64);

    assertThat(shown(film, at(40, 25))).isEqualTo(16 * at(40, 25));
    assertThat(shown(film, at(25, 40))).as("above the diagonal").isZero();
    assertThat(shown(film, at(60, 5))).as("outside the circle").isZero();
  }

  @Test
  void a_shutter_without_its_edges_is_told_and_not_applied() {
    Attributes film = Films.film();
    film.setString(Tag.ShutterShape, VR.CS, "RECTANGULAR");

    assertThat(render(film).notices())
        .containsExactly("The display shutter is incomplete and was not applied.");
  }

  @Test
  void a_presentation_shape_that_contradicts_the_photometric_interpretation_is_told() {
    Attributes film = Films.film();
    film.setString(Tag.PresentationLUTShape, VR.CS, "INVERSE");

    assertThat(render(film).notices())
        .containsExactly(
            "The header says MONOCHROME2 but Presentation LUT Shape INVERSE; the former was"
                + " followed.");
    assertThat(shown(film, 4095)).isEqualTo(65520);
  }

  @Test
  void a_film_read_the_other_way_round_is_its_complement_but_for_the_masks() {
    Attributes film = Films.film();
    film.setInt(Tag.PixelPaddingValue, VR.US, 0);
    DicomFile file = DicomFile.read(Films.file(film));
    var inverted =
        GrayscalePipeline.render(file.header(), StoredImage.decode(file), Reading.INVERTED).film();

    assertThat(inverted.sample(0, 0)).isZero();
    assertThat(inverted.sample(1, 0)).isEqualTo(65535 - 16);
  }

  @Test
  void a_bad_window_table_or_rescale_is_refused_and_not_replaced() {
    assertThat(reason(windowed("LINEAR", 2048, 0))).isEqualTo(Reason.DAMAGED_IMAGE);
    assertThat(reason(windowed("CUBIC", 2048, 10))).isEqualTo(Reason.UNSUPPORTED_ENCODING);
    Attributes center = Films.film();
    center.setString(Tag.WindowCenter, VR.DS, "2048");
    assertThat(reason(center)).isEqualTo(Reason.DAMAGED_IMAGE);
    Attributes slope = Films.film();
    slope.setString(Tag.RescaleSlope, VR.DS, "0");
    slope.setString(Tag.RescaleIntercept, VR.DS, "0");
    assertThat(reason(slope)).isEqualTo(Reason.DAMAGED_IMAGE);
    Attributes table = Films.film();
    Attributes item = new Attributes();
    table.newSequence(Tag.VOILUTSequence, 1).add(item);
    item.setInt(Tag.LUTDescriptor, VR.US, 4096, 0, 12);
    item.setBytes(Tag.LUTData, VR.OW, new byte[10]);
    assertThat(reason(table)).isEqualTo(Reason.DAMAGED_IMAGE);
  }

  @Test
  void a_film_of_one_value_has_no_contrast() {
    Attributes film = Films.film();
    film.setBytes(Tag.PixelData, VR.OW, new byte[2 * Films.SIDE * Films.SIDE]);

    assertThat(reason(film)).isEqualTo(Reason.NO_CONTRAST);
  }

  private static int at(int row, int column) {
    return (row - 1) * Films.SIDE + column - 1;
  }

  private static Attributes windowed(String function, int center, int width) {
    Attributes film = Films.film();
    film.setString(Tag.VOILUTFunction, VR.CS, function);
    film.setString(Tag.WindowCenter, VR.DS, String.valueOf(center));
    film.setString(Tag.WindowWidth, VR.DS, String.valueOf(width));
    return film;
  }

  private static Rendering render(Attributes film) {
    DicomFile file = DicomFile.read(Films.file(film));
    return GrayscalePipeline.render(file.header(), StoredImage.decode(file), Reading.AS_STATED);
  }

  private static int shown(Attributes film, int sample) {
    return render(film).film().sample(sample % Films.SIDE, sample / Films.SIDE);
  }

  private static Reason reason(Attributes film) {
    return catchThrowableOfType(NotAssessableException.class, () -> render(film))
        .notAssessable()
        .reason();
  }
}
