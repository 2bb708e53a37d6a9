package org.strnet.dicom.result.gsps;

import static org.assertj.core.api.Assertions.assertThat;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.result.ReadBack;
import org.strnet.dicom.result.ResultCases;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.knee.FibulaSide;
import org.strnet.knee.KneeRegion;
import org.strnet.report.ModelFacts;

class PresentationStateTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();

  /**
   * Film 1500 x 900; the right knee's centre at 0.27 and 0.48, its plateau 0.22 of the width: 405
   * and 432, half a plateau being 165.
   */
  @Test
  void a_knee_is_framed_by_a_square_as_wide_as_its_plateau() {
    Attributes state =
        ReadBack.of(FACTS, ResultCases.twoKnees(FACTS), ResultKind.PRESENTATION_STATE);
    Attributes annotation = state.getNestedDataset(Tag.GraphicAnnotationSequence);

    assertThat(annotation.getSequence(Tag.GraphicObjectSequence)).hasSize(2);
    assertThat(annotation.getNestedDataset(Tag.GraphicObjectSequence).getFloats(Tag.GraphicData))
        .containsExactly(240, 267, 570, 267, 570, 597, 240, 597, 240, 267);
    assertThat(
            annotation.getNestedDataset(Tag.TextObjectSequence).getString(Tag.UnformattedTextValue))
        .isEqualTo(
            "Right knee: not flagged (bone loss is not ruled out), P 0.31. Research use only.");
  }

  @Test
  void a_square_ends_at_the_films_edge() {
    Attributes film = new Attributes();
    film.setInt(Tag.Columns, VR.US, 100);
    film.setInt(Tag.Rows, VR.US, 200);
    var knee = KneeRegion.annotated(0.1, 0.99, 0.5, FibulaSide.UNKNOWN);

    assertThat(PresentationState.square(knee, film)).containsExactly(0, 173, 35, 200);
  }

  @Test
  void the_films_own_grayscale_is_repeated() {
    Attributes state =
        ReadBack.of(FACTS, ResultCases.flagged(FACTS), ResultKind.PRESENTATION_STATE);

    assertThat(state.getString(Tag.RescaleSlope)).isEqualTo("1");
    assertThat(state.getNestedDataset(Tag.SoftcopyVOILUTSequence).getString(Tag.WindowCenter))
        .isEqualTo("2048");
    assertThat(state.getString(Tag.PresentationLUTShape)).isEqualTo("IDENTITY");
  }

  @Test
  void a_film_with_bright_air_is_shown_inverted() {
    Attributes header = ResultCases.header().attributes();
    header.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME1");
    ScreenedFilm film = ResultCases.flagged(FACTS);
    var inverted = new ScreenedFilm(FilmHeader.of(header), film.result(), film.sides());

    assertThat(
            ReadBack.of(FACTS, inverted, ResultKind.PRESENTATION_STATE)
                .getString(Tag.PresentationLUTShape))
        .isEqualTo("INVERSE");
  }
}
