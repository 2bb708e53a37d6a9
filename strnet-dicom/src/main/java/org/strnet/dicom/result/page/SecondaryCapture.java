package org.strnet.dicom.result.page;

import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.strnet.dicom.result.content.Statement;
import org.strnet.dicom.result.content.StatementBuilder;
import org.strnet.dicom.result.series.ResultClass;
import org.strnet.dicom.result.series.ResultContext;
import org.strnet.dicom.result.series.ResultHeader;
import org.strnet.report.Picture;

/** The page as a Secondary Capture Image (PS3.3 A.8.1). */
public final class SecondaryCapture {

  private static final int CHANNELS = 3;

  private SecondaryCapture() {}

  /** The page's data set. */
  public static Attributes of(ResultContext context) {
    Statement statement = StatementBuilder.of(context);
    BufferedImage page = ResultPage.of(statement);
    Attributes capture = ResultHeader.of(context, ResultClass.SECONDARY_CAPTURE);
    capture.setString(Tag.ConversionType, VR.CS, "WSD");
    capture.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY");
    capture.setString(Tag.BurnedInAnnotation, VR.CS, context.patientNamed() ? "YES" : "NO");
    capture.setNull(Tag.PatientOrientation, VR.CS);
    ResultHeader.laterality(capture, context.film());
    capture.setString(
        Tag.DerivationDescription, VR.ST, "Page that shows the result of a screening program");
    source(capture, context);
    lossy(capture, context, statement.film());
    pixels(capture, page);
    return capture;
  }

  private static void source(Attributes capture, ResultContext context) {
    Attributes film = ResultHeader.reference(context.film().header());
    ResultHeader.code(
        film,
        Tag.PurposeOfReferenceCodeSequence,
        "121322",
        "DCM",
        "Source image for image processing operation");
    capture.newSequence(Tag.SourceImageSequence, 1).add(film);
  }

  /**
   * A page that shows a film which was ever compressed with loss says so (PS3.3 C.7.6.1.1.5), with
   * the ratios of the source and of the reduced film on the page.
   */
  private static void lossy(Attributes capture, ResultContext context, Optional<Picture> film) {
    Attributes source = context.film().header().attributes();
    boolean before = source.getString(Tag.LossyImageCompression, "").equals("01");
    if (before) {
      capture.addSelected(
          source,
          Tag.LossyImageCompression,
          Tag.LossyImageCompressionRatio,
          Tag.LossyImageCompressionMethod);
    } else if (film.filter(SecondaryCapture::isLossy).isPresent()) {
      BufferedImage decoded = Pictures.decode(film.get());
      double bytes = (double) decoded.getWidth() * decoded.getHeight() * CHANNELS;
      capture.setString(Tag.LossyImageCompression, VR.CS, "01");
      capture.setString(
          Tag.LossyImageCompressionRatio,
          VR.DS,
          String.format(Locale.ROOT, "%.2f", bytes / film.get().bytes().length));
      capture.setString(Tag.LossyImageCompressionMethod, VR.CS, "ISO_10918_1");
    }
  }

  /** Pixels that a picture was drawn with have lost nothing. */
  private static boolean isLossy(Picture film) {
    return film.format() == Picture.Format.JPEG && film.drawn().isEmpty();
  }

  private static void pixels(Attributes capture, BufferedImage page) {
    int width = page.getWidth();
    int height = page.getHeight();
    capture.setInt(Tag.SamplesPerPixel, VR.US, CHANNELS);
    capture.setString(Tag.PhotometricInterpretation, VR.CS, "RGB");
    capture.setInt(Tag.PlanarConfiguration, VR.US, 0);
    capture.setInt(Tag.Rows, VR.US, height);
    capture.setInt(Tag.Columns, VR.US, width);
    capture.setInt(Tag.BitsAllocated, VR.US, 8);
    capture.setInt(Tag.BitsStored, VR.US, 8);
    capture.setInt(Tag.HighBit, VR.US, 7);
    capture.setInt(Tag.PixelRepresentation, VR.US, 0);
    capture.setBytes(Tag.PixelData, VR.OB, samples(page));
  }

  /** Red, green and blue of every pixel, row by row. */
  private static byte[] samples(BufferedImage page) {
    int[] row = new int[page.getWidth()];
    byte[] samples = new byte[CHANNELS * row.length * page.getHeight()];
    int at = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      page.getRaster().getDataElements(0, y, row.length, 1, row);
      for (int colour : row) {
        samples[at++] = (byte) (colour >> 16);
        samples[at++] = (byte) (colour >> 8);
        samples[at++] = (byte) colour;
      }
    }
    return samples;
  }
}
