package org.strnet.dicom.result.page;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.strnet.dicom.result.content.ResultWords;
import org.strnet.dicom.result.content.Statement;
import org.strnet.dicom.result.page.Canvas.Style;
import org.strnet.report.Wording;

/** The page of a viewer: 1600 by 1200 pixels, bright on dark. */
public final class ResultPage {

  /** Columns. */
  public static final int WIDTH = 1600;

  /** Rows. */
  public static final int HEIGHT = 1200;

  private static final Palette PALETTE = Palette.DARK;
  private static final double MARGIN = 56;
  private static final double INNER = WIDTH - 2 * MARGIN;
  private static final double GAP = 40;
  private static final double FILM_SHARE = 0.38;
  private static final double NOTICES_SHARE = 0.4;
  private static final double WIDEST_KNEE = 920;

  private final PixelCanvas canvas = new PixelCanvas(WIDTH, HEIGHT);
  private final Statement statement;

  private ResultPage(Statement statement) {
    this.statement = statement;
  }

  /** Draws the page of a film. */
  public static BufferedImage of(Statement statement) {
    ResultPage page = new ResultPage(statement);
    page.canvas.fill(new Box(0, 0, WIDTH, HEIGHT), PALETTE.paper());
    double top = page.head();
    double bottom = page.foot();
    page.body(new Box(MARGIN, top + 34, INNER, bottom - top - 68));
    return page.canvas.finish();
  }

  private boolean isScored() {
    return !statement.knees().isEmpty();
  }

  private double head() {
    Style small = new Style(Face.REGULAR, 20, PALETTE.faint());
    canvas.text("Knee radiograph", MARGIN, 66, small);
    statement
        .patient()
        .ifPresent(name -> canvas.text(name, WIDTH - MARGIN - small.width(name), 66, small));
    Style large = new Style(Face.BOLD, isScored() ? 46 : 68, PALETTE.of(statement.tone()));
    Paragraph headline = Paragraph.of(statement.headline(), large, INNER);
    double top = isScored() ? 84 : 330;
    double y = headline.draw(canvas, MARGIN, top);
    Style lead = new Style(Face.REGULAR, isScored() ? 23 : 30, PALETTE.ink());
    return Paragraph.of(statement.lead(), lead, INNER)
        .atMost(isScored() ? 4 : 8)
        .draw(canvas, MARGIN, y + 6);
  }

  /** Where the figures come from, and what the page may be used for. */
  private double foot() {
    Style fact = new Style(Face.REGULAR, 16.5, PALETTE.faint());
    Style use = new Style(Face.BOLD, 20, PALETTE.ink());
    List<Paragraph> lines = new ArrayList<>();
    lines.add(Paragraph.of(Wording.RESEARCH_USE, use, INNER));
    statement.facts().forEach(sentence -> lines.add(Paragraph.of(sentence, fact, INNER)));
    lines.add(Paragraph.of(statement.origin(), fact, INNER));
    double height = lines.stream().mapToDouble(Paragraph::height).sum();
    double top = HEIGHT - 40 - height;
    canvas.line(MARGIN, top - 14, WIDTH - MARGIN, top - 14, 1.5, PALETTE.rule());
    double y = top;
    for (Paragraph line : lines) {
      y = line.draw(canvas, MARGIN, y);
    }
    return top - 14;
  }

  private void body(Box box) {
    NoticeList notices = notices(isScored() ? 18 : 24);
    if (!isScored()) {
      notices.draw(canvas, box);
      return;
    }
    if (statement.film().isEmpty()) {
      double height = Math.min(notices.height(box.width()), NOTICES_SHARE * box.height());
      double bottom = knees(new Box(box.x(), box.y(), box.width(), box.height() - height - GAP));
      notices.draw(canvas, new Box(box.x(), bottom + GAP, box.width(), height));
      return;
    }
    double width = FILM_SHARE * box.width() - GAP;
    film(new Box(box.x(), box.y(), width, box.height()), notices);
    double left = box.x() + width + GAP;
    knees(new Box(left, box.y(), box.right() - left, box.height()));
  }

  /** The film with the notices below it. */
  private void film(Box box, NoticeList notices) {
    BufferedImage film = Pictures.decode(statement.film().orElseThrow());
    double height = Math.min(notices.height(box.width()), NOTICES_SHARE * box.height());
    Box place =
        new Box(box.x(), box.y(), box.width(), box.height() - height - 24)
            .fit(film.getWidth(), film.getHeight());
    canvas.picture(Pictures.reduced(film, (int) place.width(), (int) place.height()), place);
    double y = place.bottom() + 24;
    notices.draw(canvas, new Box(box.x(), y, box.width(), box.bottom() - y));
  }

  /** Side by side; returns the height below them. */
  private double knees(Box box) {
    int count = statement.knees().size();
    double width = Math.min(WIDEST_KNEE, (box.width() - (count - 1) * GAP) / count);
    KneeColumn column = new KneeColumn(canvas, PALETTE, count == 1 ? 22 : 20, count > 1);
    double bottom = box.y();
    for (int i = 0; i < count; i++) {
      Box place = new Box(box.x() + i * (width + GAP), box.y(), width, box.height());
      bottom = Math.max(bottom, column.draw(statement.knees().get(i), place));
    }
    return bottom;
  }

  private NoticeList notices(double size) {
    List<String> sentences = new ArrayList<>(statement.notices());
    if (statement.knees().stream().anyMatch(knee -> knee.explanation().isPresent())) {
      sentences.add(ResultWords.HEAT_MAP);
    }
    return new NoticeList(
        sentences, new Style(Face.REGULAR, size, PALETTE.ink()), PALETTE.caution());
  }
}
