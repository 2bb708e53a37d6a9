package org.strnet.screening;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.strnet.explanation.ExplainedKnee;
import org.strnet.explanation.FilmPicture;
import org.strnet.explanation.HeatMap;
import org.strnet.explanation.HeatMapPicture;
import org.strnet.radiograph.Radiograph;
import org.strnet.report.KneeExplanation;
import org.strnet.report.Picture;

/** Draws and encodes explanations on the worker that assessed the film. */
final class ExplanationPictures {

  private static final float JPEG_QUALITY = 0.85f;

  private ExplanationPictures() {}

  /** One knee: the crop beside its heat-map. */
  static KneeExplanation knee(float[] input, int size, HeatMap heatMap) {
    BufferedImage image = HeatMapPicture.of(input, size, heatMap);
    return new KneeExplanation(
        encode(image, Picture.Format.PNG), encode(image, Picture.Format.JPEG), Optional.empty());
  }

  /** The film with its knees marked. */
  static Picture film(Radiograph film, List<ExplainedKnee> knees) {
    return encode(FilmPicture.of(film, knees), Picture.Format.JPEG);
  }

  private static Picture encode(BufferedImage image, Picture.Format format) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.code()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      if (format == Picture.Format.JPEG) {
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(JPEG_QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return Picture.of(format, bytes.toByteArray());
  }
}
