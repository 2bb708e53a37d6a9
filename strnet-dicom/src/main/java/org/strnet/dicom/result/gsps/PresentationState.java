package org.strnet.dicom.result.gsps;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.result.content.KneeNames;
import org.strnet.dicom.result.series.ResultClass;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.result.series.ResultHeader;
import org.strnet.knee.KneeRegion;
import org.strnet.report.FilmResult;
import org.strnet.report.KneeResult;
import org.strnet.report.Wording;

/**
 * Marks each scored knee by a square as wide as the tibial plateau around the joint's centre, with
 * the result above it (PS3.3 A.33.1). Grayscale is shown as the film itself asks for.
 */
public final class PresentationState {

  private static final String LAYER = "STRNET";

  private PresentationState() {}

  /** The state of an assessed film whose size is known; empty for any other. */
  public static Optional<Attributes> of(ResultContext context) {
    Attributes film = context.film().header().attributes();
    boolean sized = film.getInt(Tag.Rows, 0) > 0 && film.getInt(Tag.Columns, 0) > 0;
    Optional<FilmResult.Assessed> assessed =
        context
            .film()
            .result()
            .fold(Optional::of, other -> Optional.empty(), other -> Optional.empty());
    return sized ? assessed.map(result -> state(context, film, result)) : Optional.empty();
  }

  private static Attributes state(
      ResultContext context, Attributes film, FilmResult.Assessed result) {
    Attributes state = ResultHeader.of(context, ResultClass.GRAYSCALE_PRESENTATION);
    state.setString(Tag.PresentationCreationDate, VR.DA, state.getString(Tag.ContentDate));
    state.setString(Tag.PresentationCreationTime, VR.TM, state.getString(Tag.ContentTime));
    state.remove(Tag.ContentDate);
    state.remove(Tag.ContentTime);
    state.setString(Tag.ContentLabel, VR.CS, LAYER);
    state.setString(Tag.ContentDescription, VR.LO, "Knees of a screening program, research use");
    state.setNull(Tag.ContentCreatorName, VR.PN);
    ResultHeader.laterality(state, context.film());
    relationship(state, context.film().header());
    displayedArea(state, film);
    Grayscale.copy(film, state);
    layer(state);
    marks(state, context, result);
    return state;
  }

  private static void relationship(Attributes state, FilmHeader film) {
    Attributes series = new Attributes();
    state.newSequence(Tag.ReferencedSeriesSequence, 1).add(series);
    series.setString(
        Tag.SeriesInstanceUID, VR.UI, film.attributes().getString(Tag.SeriesInstanceUID, ""));
    series.newSequence(Tag.ReferencedImageSequence, 1).add(ResultHeader.reference(film));
  }

  private static void displayedArea(Attributes state, Attributes film) {
    Attributes area = new Attributes();
    state.newSequence(Tag.DisplayedAreaSelectionSequence, 1).add(area);
    area.setInt(Tag.DisplayedAreaTopLeftHandCorner, VR.SL, 1, 1);
    area.setInt(
        Tag.DisplayedAreaBottomRightHandCorner,
        VR.SL,
        film.getInt(Tag.Columns, 0),
        film.getInt(Tag.Rows, 0));
    area.setString(Tag.PresentationSizeMode, VR.CS, "SCALE TO FIT");
    area.setString(Tag.PresentationPixelAspectRatio, VR.IS, "1", "1");
  }

  private static void layer(Attributes state) {
    Attributes layer = new Attributes();
    state.newSequence(Tag.GraphicLayerSequence, 1).add(layer);
    layer.setString(Tag.GraphicLayer, VR.CS, LAYER);
    layer.setInt(Tag.GraphicLayerOrder, VR.IS, 1);
  }

  private static void marks(Attributes state, ResultContext context, FilmResult.Assessed result) {
    Attributes annotation = new Attributes();
    state.newSequence(Tag.GraphicAnnotationSequence, 1).add(annotation);
    annotation.setString(Tag.GraphicLayer, VR.CS, LAYER);
    Sequence texts = annotation.newSequence(Tag.TextObjectSequence, result.knees().size());
    Sequence graphics = annotation.newSequence(Tag.GraphicObjectSequence, result.knees().size());
    List<String> names = KneeNames.of(context.film().sides());
    Attributes film = context.film().header().attributes();
    for (int i = 0; i < names.size(); i++) {
      KneeResult knee = result.knees().get(i);
      float[] square = square(knee.region(), film);
      graphics.add(graphic(square));
      String words =
          "%s: %s, P %s%s. Research use only."
              .formatted(
                  names.get(i),
                  Wording.decision(context.facts().targets(), knee.decision()),
                  Wording.probability(knee.boneLoss()),
                  context.facts().zone(knee).map(zone -> ", " + Wording.zone(zone)).orElse(""));
      texts.add(text(ResultHeader.ascii(words), square, film));
    }
  }

  /** Corners as left, top, right, bottom in the film's pixels, its upper left corner at 0. */
  static float[] square(KneeRegion knee, Attributes film) {
    int columns = film.getInt(Tag.Columns, 0);
    int rows = film.getInt(Tag.Rows, 0);
    double half = knee.plateauWidth() * columns / 2;
    double x = knee.cx() * columns;
    double y = knee.cy() * rows;
    return new float[] {
      (float) Math.max(0, x - half),
      (float) Math.max(0, y - half),
      (float) Math.min(columns, x + half),
      (float) Math.min(rows, y + half)
    };
  }

  private static Attributes graphic(float[] square) {
    Attributes graphic = new Attributes();
    graphic.setString(Tag.GraphicAnnotationUnits, VR.CS, "PIXEL");
    graphic.setInt(Tag.GraphicDimensions, VR.US, 2);
    graphic.setInt(Tag.NumberOfGraphicPoints, VR.US, 5);
    float left = square[0];
    float top = square[1];
    float right = square[2];
    float bottom = square[3];
    graphic.setFloat(
        Tag.GraphicData, VR.FL, left, top, right, top, right, bottom, left, bottom, left, top);
    graphic.setString(Tag.GraphicType, VR.CS, "POLYLINE");
    graphic.setString(Tag.GraphicFilled, VR.CS, "N");
    return graphic;
  }

  /** In a box above the square that is as wide as the film allows. */
  private static Attributes text(String words, float[] square, Attributes film) {
    Attributes text = new Attributes();
    text.setString(Tag.BoundingBoxAnnotationUnits, VR.CS, "PIXEL");
    text.setString(Tag.UnformattedTextValue, VR.ST, words);
    float height = Math.max(1, film.getInt(Tag.Rows, 0) * 0.04f);
    float top = Math.max(0, square[1] - height);
    text.setFloat(Tag.BoundingBoxTopLeftHandCorner, VR.FL, square[0], top);
    text.setFloat(Tag.BoundingBoxBottomRightHandCorner, VR.FL, square[2], top + height);
    text.setString(Tag.BoundingBoxTextHorizontalJustification, VR.CS, "LEFT");
    return text;
  }
}
