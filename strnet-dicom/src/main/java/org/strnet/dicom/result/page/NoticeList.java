package org.strnet.dicom.result.page;

import java.util.List;
import org.strnet.dicom.result.page.Canvas.Style;

/**
 * Sentences below each other; what does not fit is announced, not dropped in silence.
 *
 * @param sentences each a paragraph
 * @param style how they look
 * @param more colour of the line that says that there are more
 */
record NoticeList(List<String> sentences, Style style, int more) {

  private static final String MORE = "More in the structured report.";
  private static final double GAP = 0.5;

  NoticeList {
    sentences = List.copyOf(sentences);
  }

  /** Height of all. */
  double height(double width) {
    double height = 0;
    for (Paragraph paragraph : paragraphs(width)) {
      height += paragraph.height() + GAP * style.size();
    }
    return height;
  }

  /** Draws as many as the box holds. */
  void draw(Canvas canvas, Box box) {
    boolean all = height(box.width()) <= box.height() + 1;
    double bottom = box.bottom() - (all ? 0 : style.leading());
    double y = box.y();
    for (Paragraph paragraph : paragraphs(box.width())) {
      int room = all ? Integer.MAX_VALUE : (int) ((bottom - y) / style.leading());
      if (room < 1) {
        break;
      }
      y = paragraph.atMost(room).draw(canvas, box.x(), y);
      if (paragraph.lines().size() > room) {
        break;
      }
      y += GAP * style.size();
    }
    if (!all) {
      Paragraph.of(MORE, style.coloured(more), box.width()).draw(canvas, box.x(), y);
    }
  }

  private List<Paragraph> paragraphs(double width) {
    return sentences.stream().map(sentence -> Paragraph.of(sentence, style, width)).toList();
  }
}
