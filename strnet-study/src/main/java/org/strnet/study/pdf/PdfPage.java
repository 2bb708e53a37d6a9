package org.strnet.study.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Renders a page with openhtmltopdf and Batik. Dates and the document's number come from the page,
 * so that one page gives the same bytes each time. It asks for nothing from outside.
 */
public final class PdfPage {

  /** The family that the style sheet and the figures name. */
  public static final String FONT = "Liberation Sans";

  private PdfPage() {}

  /**
   * The page as PDF.
   *
   * @param xhtml well-formed, with its style inside
   * @param date of the page; stands as the day the document was made
   * @throws IOException if the renderer fails
   */
  public static byte[] of(String xhtml, LocalDate date) throws IOException {
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.withHtmlContent(xhtml, null);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.withProducer("STR-Net");
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"), when);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (FontFiles fonts = FontFiles.unpacked()) {
      fonts.addTo(builder, FONT);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
          PDDocument document = renderer.createPDFKeepOpen()) {
        fixed(document, xhtml, date);
        document.save(bytes);
      }
    }
    return bytes.toByteArray();
  }

  /** The library would take both from the clock. */
  private static void fixed(PDDocument document, String xhtml, LocalDate date) {
    Calendar day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    day.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(day);
    information.setModificationDate(day);
    document.setDocumentId((long) xhtml.hashCode());
  }
}
