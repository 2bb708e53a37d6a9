package org.strnet.audit.duplicate;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.strnet.audit.film.EvidenceReader;
import org.strnet.audit.film.FilmEvidence;
import org.strnet.phantom.PhantomFilm;
import org.strnet.radiograph.Radiograph;
import org.strnet.radiograph.RadiographReader;

/** Phantom films and what copies of a film go through. */
final class ChangedFilms {

  private ChangedFilms() {}

  static BufferedImage phantom(int number) {
    Radiograph film = PhantomFilm.draw(77, number, 8).radiograph();
    BufferedImage image =
        new BufferedImage(film.width(), film.height(), BufferedImage.TYPE_BYTE_GRAY);
    int[] row = new int[film.width()];
    for (int y = 0; y < film.height(); y++) {
      film.copyRow(y, 0, row);
      image.getRaster().setSamples(0, y, film.width(), 1, 0, row);
    }
    return image;
  }

  static FilmEvidence evidence(byte[] file) {
    return EvidenceReader.of(file, new RadiographReader().read("film", file));
  }

  static FilmEvidence evidence(BufferedImage image) {
    return evidence(png(image));
  }

  static byte[] png(BufferedImage image) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality);
      try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), settings);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  static BufferedImage laid(BufferedImage image, Orientation orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    float[] values =
        image.getRaster().getSamples(0, 0, width, height, 0, new float[width * height]);
    boolean turned = orientation.name().matches("TRANSPOSED.*|TURNED_LEFT|TURNED_RIGHT");
    BufferedImage laid =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_BYTE_GRAY);
    laid.getRaster()
        .setSamples(
            0, 0, laid.getWidth(), laid.getHeight(), 0, orientation.of(values, width, height));
    return laid;
  }

  static BufferedImage resized(BufferedImage image, double factor) {
    int width = (int) (image.getWidth() * factor);
    int height = (int) (image.getHeight() * factor);
    BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = resized.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return resized;
  }

  /** A part of the film with a grey border around it. */
  static BufferedImage framed(BufferedImage image, int[] part, int border, int grey) {
    BufferedImage framed =
        new BufferedImage(part[2] + 2 * border, part[3] + 2 * border, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = framed.createGraphics();
    graphics.setColor(new java.awt.Color(grey, grey, grey));
    graphics.fillRect(0, 0, framed.getWidth(), framed.getHeight());
    graphics.drawImage(image.getSubimage(part[0], part[1], part[2], part[3]), border, border, null);
    graphics.dispose();
    return framed;
  }
}
