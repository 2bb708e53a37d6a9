package org.strnet.dicom.result.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.strnet.dicom.result.PicturedFilms;
import org.strnet.dicom.result.ReadBack;
import org.strnet.dicom.result.ResultCases;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.screening.ScreenedFilm;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.report.ModelFacts;
import org.strnet.report.Wording;

class EncapsulatedPdfTest {

  private static final ModelFacts FACTS = ResultCases.boneLoss();

  @Test
  void the_pdf_holds_the_result_as_text() throws Exception {
    String text = text(pdf(ResultCases.twoKnees(FACTS)));

    assertThat(text)
        .contains(
            "Refer for densitometry",
            "Right knee",
            "Not flagged (bone loss is not ruled out)",
            "Left knee, decides for the film",
            "0.88 (threshold 0.412)",
            "\u22122.9 (\u22124.1 to \u22121.7) SD",
            "The film's polarity was corrected.")
        .doesNotContain("PHANTOM");
    assertThat(text.replaceAll("\\s+", " ")).contains(Wording.RESEARCH_USE);
  }

  @Test
  void a_refused_film_has_its_reason() throws Exception {
    String text = text(pdf(ResultCases.refused(Reason.NO_KNEE, "a knee is needed, found none")));

    assertThat(text).contains("Not assessable: no knee", "A knee is needed, found none.");
  }

  @Test
  void many_notices_go_on_over_pages_and_none_is_lost() throws Exception {
    String[] notices = new String[60];
    Arrays.setAll(notices, i -> "Notice number " + i + " of this film.");
    byte[] pdf = pdf(ResultCases.assessed(List.of(ResultCases.knee(FACTS, 0.5, 0.9, -2)), notices));

    assertThat(text(pdf)).contains(notices);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
    }
  }

  @Test
  void the_same_result_gives_the_same_bytes() throws Exception {
    assertThat(pdf(ResultCases.flagged(FACTS))).isEqualTo(pdf(ResultCases.flagged(FACTS)));
  }

  @Test
  void the_document_says_its_type_its_true_length_and_its_source() throws Exception {
    Attributes object = ReadBack.of(FACTS, ResultCases.flagged(FACTS), ResultKind.PDF);

    assertThat(object.getString(Tag.MIMETypeOfEncapsulatedDocument)).isEqualTo("application/pdf");
    int length = object.getInt(Tag.EncapsulatedDocumentLength, 0);
    assertThat(object.getBytes(Tag.EncapsulatedDocument)).hasSize(length + length % 2);
    assertThat(
            object
                .getNestedDataset(Tag.SourceInstanceSequence)
                .getString(Tag.ReferencedSOPInstanceUID))
        .isEqualTo(ResultCases.FILM);
  }

  @Test
  void film_and_heat_map_are_pictures_on_the_sheet() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf(PicturedFilms.of(ResultCases.flagged(FACTS))))) {
      int pictures = 0;
      for (var name : document.getPage(0).getResources().getXObjectNames()) {
        pictures += document.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
      }
      assertThat(pictures).isEqualTo(2);
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  @Test
  void two_knees_with_pictures_fit_on_one_sheet() throws Exception {
    byte[] pdf = pdf(PicturedFilms.of(ResultCases.twoKnees(FACTS)));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  private static byte[] pdf(ScreenedFilm film) throws IOException {
    Attributes object = ReadBack.of(FACTS, film, ResultKind.PDF);
    return Arrays.copyOf(
        object.getBytes(Tag.EncapsulatedDocument),
        object.getInt(Tag.EncapsulatedDocumentLength, 0));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
