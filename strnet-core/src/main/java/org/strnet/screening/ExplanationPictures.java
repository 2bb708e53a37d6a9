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
import org.strnet.explanation.HeatMapPicture;
import org.strnet.radiograph.Radiograph;
import org.strnet.report.KneeExplanation;
import org.strnet.report.Picture;

/**
 * Draws explanations on the worker that assessed the film, and encodes them there unless only what
 * is drawn is wanted.
 */
final class ExplanationPictures {

  private static final float JPEG_QUALITY = 0.85f;

  private final boolean encoding;

  /**
   * @param encoding whether pictures are encoded at once
   */
  ExplanationPictures(boolean encoding) {
    this.encoding = encoding;
  }

  /** One knee: the crop beside its heat-map. */
  KneeExplanation knee(float[] input, int size, ExplainedKnee knee) {
    BufferedImage image = HeatMapPicture.of(input, size, knee.map());
    return new KneeExplanation(
        picture(image, Picture.Format.PNG),
        picture(image, Picture.Format.JPEG),
        Optional.of(knee),
        Optional.empty());
  }

  /** The film with its knees marked. */
  Picture film(Radiograph film, List<ExplainedKnee> knees) {
    return picture(FilmPicture.of(film, knees), Picture.Format.JPEG);
  }

  private Picture picture(BufferedImage image, Picture.Format format) {
    return encoding
        ? Picture.of(format, encode(image, format))
        : Picture.drawn(format, image, () -> encode(image, format));
  }

  private static byte[] encode(BufferedImage image, Picture.Format format) {
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
    return bytes.toByteArray();
  }
}
