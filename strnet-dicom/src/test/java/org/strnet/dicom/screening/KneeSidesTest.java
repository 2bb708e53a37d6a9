package org.strnet.dicom.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.Films;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;

class KneeSidesTest {

  @Test
  void the_header_names_the_side_of_a_single_knee() {
    assertThat(new KneeSides(stated("R")).of(List.of(knee(0.5, FibulaSide.UNKNOWN))))
        .containsExactly(Optional.of(BodySide.RIGHT));
  }

  @Test
  void a_fibula_that_contradicts_the_header_is_told() {
    KneeSides sides = new KneeSides(stated("R"));

    assertThat(sides.of(List.of(knee(0.5, FibulaSide.RIGHT))))
        .containsExactly(Optional.of(BodySide.RIGHT));
    assertThat(sides.notices()).hasSize(1);
    assertThat(sides.notices().get(0)).contains("side R", "mirrored");
  }

  @Test
  void without_a_header_the_fibula_names_the_side() {
    assertThat(new KneeSides(stated("")).of(List.of(knee(0.5, FibulaSide.LEFT))))
        .containsExactly(Optional.of(BodySide.RIGHT));
    assertThat(new KneeSides(stated("")).of(List.of(knee(0.5, FibulaSide.UNKNOWN))))
        .containsExactly(Optional.empty());
  }

  @Test
  void of_two_knees_the_left_one_on_the_picture_is_the_right_one() {
    assertThat(
            new KneeSides(stated("B"))
                .of(List.of(knee(0.25, FibulaSide.UNKNOWN), knee(0.75, FibulaSide.RIGHT))))
        .containsExactly(Optional.of(BodySide.RIGHT), Optional.of(BodySide.LEFT));
  }

  @Test
  void a_plateau_that_no_adult_has_is_told_where_the_spacing_is_stated() {
    Attributes film = Films.film();
    List<KneeRegion> knees = List.of(knee(0.5, FibulaSide.LEFT));
    assertThat(KneeSizes.notices(FilmHeader.of(film), knees)).isEmpty();
    // A quarter of 64 columns: 16 pixels of 5 mm are 80 mm, of 1 mm 16 mm.
    film.setString(Tag.PixelSpacing, VR.DS, "5", "5");
    assertThat(KneeSizes.notices(FilmHeader.of(film), knees)).isEmpty();
    film.setString(Tag.PixelSpacing, VR.DS, "1", "1");
    assertThat(KneeSizes.notices(FilmHeader.of(film), knees)).hasSize(1);
    assertThat(KneeSizes.notices(FilmHeader.of(film), knees).get(0)).contains("16 mm wide");
  }

  private static FilmHeader stated(String side) {
    Attributes film = Films.film();
    film.setString(Tag.ImageLaterality, VR.CS, side);
    return FilmHeader.of(film);
  }

  private static KneeRegion knee(double cx, FibulaSide fibula) {
    return KneeRegion.annotated(cx, 0.5, 0.25, fibula);
  }
}
