package org.strnet.dicom.result.page;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.strnet.decision.Decision;
import org.strnet.dicom.result.content.KneeStatement;
import org.strnet.dicom.result.content.KneeStatement.Figure;
import org.strnet.dicom.result.page.Canvas.Style;

/**
 * One knee from top to bottom: name and decision, crop with heat-map, figures, WHO scale.
 *
 * @param canvas to draw on
 * @param palette its colours
 * @param size of its text
 * @param headed whether the decision stands below the name: not where it is the page's headline
 */
public record KneeColumn(Canvas canvas, Palette palette, double size, boolean headed) {

  private static final double LABEL_SHARE = 0.46;
  private static final double WIDE = 38;

  /** Height without the picture. */
  public double textHeight(KneeStatement knee, double width) {
    double height = name().leading() + 0.7 * size;
    height += headed ? head(knee, width).height() : 0;
    for (Figure figure : knee.figures()) {
      height += row(figure, width);
    }
    return height + (knee.tScore().isPresent() ? 0.8 * size + scale().height() : 0);
  }

  /**
   * Draws it into a box; the picture takes what height the text leaves.
   *
   * @return the height below it
   */
  public double draw(KneeStatement knee, Box box) {
    canvas.text(title(knee), box.x(), box.y() + name().size(), name());
    double y = box.y() + name().leading();
    y = (headed ? head(knee, box.width()).draw(canvas, box.x(), y) : y) + 0.7 * size;
    Optional<BufferedImage> picture = knee.explanation().map(Pictures::decode);
    if (picture.isPresent()) {
      double room = box.height() - textHeight(knee, box.width()) - size;
      Box place =
          new Box(box.x(), y, box.width(), Math.max(1, room))
              .fit(picture.get().getWidth(), picture.get().getHeight());
      canvas.picture(picture.get(), place);
      y = place.bottom() + size;
    }
    return below(knee, box, y);
  }

  /** Figures and scale. */
  private double below(KneeStatement knee, Box box, double top) {
    double y = top;
    for (Figure figure : knee.figures()) {
      y = draw(figure, box.x(), y, box.width());
    }
    if (knee.tScore().isPresent()) {
      scale().draw(knee.tScore().get(), box.x(), y + 0.8 * size, box.width());
      return y + 0.8 * size + scale().height();
    }
    return y;
  }

  private static String title(KneeStatement knee) {
    return knee.decides() ? knee.name() + ", decides for the film" : knee.name();
  }

  private Style name() {
    return new Style(Face.BOLD, 1.2 * size, palette.ink());
  }

  private Paragraph head(KneeStatement knee, double width) {
    int colour = knee.decision() == Decision.REFER ? palette.accent() : palette.calm();
    return Paragraph.of(knee.wording(), new Style(Face.BOLD, size, colour), width);
  }

  private WhoScale scale() {
    return new WhoScale(canvas, palette, size);
  }

  private Style label() {
    return new Style(Face.REGULAR, 0.9 * size, palette.faint());
  }

  private Style value() {
    return new Style(Face.REGULAR, size, palette.ink());
  }

  /** A wide column has label and value side by side, a narrow one the value below. */
  private boolean isWide(double width) {
    return width > WIDE * size;
  }

  private Paragraph label(Figure figure, double width) {
    return Paragraph.of(
        figure.label(), label(), isWide(width) ? LABEL_SHARE * width - size : width);
  }

  private Paragraph value(Figure figure, double width) {
    return Paragraph.of(figure.value(), value(), isWide(width) ? (1 - LABEL_SHARE) * width : width);
  }

  private double row(Figure figure, double width) {
    double label = label(figure, width).height();
    double value = value(figure, width).height();
    return (isWide(width) ? Math.max(label, value) : label + value) + 0.35 * size;
  }

  private double draw(Figure figure, double x, double y, double width) {
    double below = label(figure, width).draw(canvas, x, y);
    if (isWide(width)) {
      value(figure, width).draw(canvas, x + LABEL_SHARE * width, y - 0.05 * size);
    } else {
      value(figure, width).draw(canvas, x, below);
    }
    return y + row(figure, width);
  }
}
