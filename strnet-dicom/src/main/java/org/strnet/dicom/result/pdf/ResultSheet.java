package org.strnet.dicom.result.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.strnet.dicom.result.content.KneeStatement;
import org.strnet.dicom.result.content.ResultWords;
import org.strnet.dicom.result.content.Statement;
import org.strnet.dicom.result.page.Box;
import org.strnet.dicom.result.page.Canvas.Style;
import org.strnet.dicom.result.page.Face;
import org.strnet.dicom.result.page.KneeColumn;
import org.strnet.dicom.result.page.Palette;
import org.strnet.dicom.result.page.Paragraph;
import org.strnet.dicom.result.page.Pictures;
import org.strnet.report.Wording;

/** The sheet of paper: A4, upright, as many pages as it takes. */
public final class ResultSheet {

  private static final Palette PALETTE = Palette.LIGHT;
  private static final double MARGIN = 50;
  private static final double INNER = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final double BOTTOM = PDRectangle.A4.getHeight() - MARGIN;
  private static final double FILM_HEIGHT = 230;
  private static final double WIDE_FILM_HEIGHT = 130;
  private static final double FILM_SHARE = 0.36;
  private static final double GAP = 18;
  private static final double TEXT = 9.5;
  private static final double KNEE_PICTURE = 190;

  private final PdfCanvas canvas;
  private double y = MARGIN;

  private ResultSheet(PdfCanvas canvas) {
    this.canvas = canvas;
  }

  /**
   * The PDF of a film.
   *
   * @param statement what is said of it
   * @param at when it is made
   * @param identity of the document; the same gives the same bytes
   */
  public static byte[] of(Statement statement, Instant at, long identity) {
    try (PDDocument document = new PDDocument()) {
      describe(document, at, identity);
      try (PdfCanvas canvas = new PdfCanvas(document)) {
        new ResultSheet(canvas).draw(statement);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(PDDocument document, Instant at, long identity) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle("Knee radiograph: result of a screening program");
    about.setCreator("STR-Net");
    Calendar when = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    when.setTimeInMillis(at.toEpochMilli());
    about.setCreationDate(when);
    document.setDocumentInformation(about);
    document.setDocumentId(identity);
  }

  private void draw(Statement statement) throws IOException {
    Style small = new Style(Face.REGULAR, TEXT, PALETTE.faint());
    write("Knee radiograph", small, 0);
    if (statement.patient().isPresent()) {
      write(statement.patient().get(), small.coloured(PALETTE.ink()), 0);
    }
    boolean scored = !statement.knees().isEmpty();
    Style headline = new Style(Face.BOLD, scored ? 21 : 26, PALETTE.of(statement.tone()));
    write(statement.headline(), headline, 2);
    write(statement.lead(), new Style(Face.REGULAR, 11, PALETTE.ink()), 12);
    if (scored) {
      result(statement);
    }
    sentences(statement, scored);
  }

  /** One knee beside the film, or several side by side below it. */
  private void result(Statement statement) throws IOException {
    List<KneeStatement> knees = statement.knees();
    Optional<BufferedImage> film = statement.film().map(Pictures::decode);
    boolean beside = knees.size() == 1 && film.isPresent();
    double left = beside ? FILM_SHARE * INNER + GAP : 0;
    if (film.isPresent()) {
      Box space =
          new Box(
              MARGIN,
              y,
              beside ? FILM_SHARE * INNER : INNER,
              beside ? FILM_HEIGHT : WIDE_FILM_HEIGHT);
      Box place = space.fit(film.get().getWidth(), film.get().getHeight());
      canvas.picture(film.get(), place);
      y += beside ? 0 : place.height() + GAP;
    }
    double width = (INNER - left - (knees.size() - 1) * GAP) / knees.size();
    KneeColumn column = new KneeColumn(canvas, PALETTE, TEXT, knees.size() > 1);
    double bottom = beside ? y + FILM_HEIGHT : y;
    for (int i = 0; i < knees.size(); i++) {
      double height = column.textHeight(knees.get(i), width) + KNEE_PICTURE + TEXT;
      Box place = new Box(MARGIN + left + i * (width + GAP), y, width, height);
      bottom = Math.max(bottom, column.draw(knees.get(i), place));
    }
    y = bottom + GAP;
  }

  private void sentences(Statement statement, boolean scored) throws IOException {
    Style text = new Style(Face.REGULAR, TEXT, PALETTE.ink());
    Style faint = text.coloured(PALETTE.faint());
    for (String notice : statement.notices()) {
      write(notice, text, 4);
    }
    if (scored && statement.knees().stream().anyMatch(knee -> knee.explanation().isPresent())) {
      write(ResultWords.HEAT_MAP, faint, 4);
    }
    room(TEXT);
    canvas.line(MARGIN, y + 2, MARGIN + INNER, y + 2, 0.6, PALETTE.rule());
    y += 8;
    write(Wording.RESEARCH_USE, new Style(Face.BOLD, TEXT + 0.5, PALETTE.ink()), 4);
    for (String sentence : lines(statement)) {
      write(sentence, faint, 1);
    }
  }

  private static List<String> lines(Statement statement) {
    return Stream.concat(statement.facts().stream(), Stream.of(statement.origin())).toList();
  }

  /** Writes a paragraph, line by line over pages. */
  private void write(String sentence, Style style, double gap) throws IOException {
    for (String line : Paragraph.of(sentence, style, INNER).lines()) {
      room(style.leading());
      y = new Paragraph(List.of(line), style).draw(canvas, MARGIN, y);
    }
    y += gap;
  }

  private void room(double height) throws IOException {
    if (y + height > BOTTOM && y > MARGIN) {
      canvas.turn();
      y = MARGIN;
    }
  }
}
