package org.strnet.study.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPageTest {

  private static final LocalDate DATE = LocalDate.of(2026, 11, 24);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><title>Study</title>
      <style>body { font-family: 'Liberation Sans', sans-serif; } svg text { font-family: 'Liberation Sans'}</style></head>
      <body><h1>Study</h1><p>0.93 \u00b1 0.02, T \u2265 \u22121.0 \u2013 fine <b>bold</b> <i>slant</i></p>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">
      <title>t</title><desc>d</desc>
      <style>.a { fill: #777 }</style>
      <rect x="1" y="1" width="100" height="50" fill="none" stroke="#000" class="k"/>
      <text x="10" y="30" font-family="Liberation Sans, sans-serif" font-size="11"><tspan data-metric="a.b">AUROC</tspan> \u2265 0.861 \u2212 \u00b1</text>
      <text x="10" y="50" font-family="Liberation Sans" font-size="11" font-weight="bold" text-anchor="start" transform="rotate(-30 10 50)">Bold text</text>
      </svg>
      </body></html>
      """;

  @Test
  void text_with_signs_beyond_ascii_can_be_read() throws IOException {
    byte[] pdf = PdfPage.of(PAGE, DATE);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("0.93 \u00b1 0.02, T \u2265 \u22121.0 \u2013 fine");
    }
  }

  @Test
  void one_page_gives_the_same_bytes_each_time() throws IOException {
    assertThat(PdfPage.of(PAGE, DATE)).isEqualTo(PdfPage.of(PAGE, DATE));
  }
}
