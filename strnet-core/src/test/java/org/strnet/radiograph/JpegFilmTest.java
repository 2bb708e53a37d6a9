package org.strnet.radiograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JPEG films that are decoded where they are looked at, against the platform's decoder. */
class JpegFilmTest {

  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

  @ParameterizedTest
  @CsvSource({
    "64, 64, 0.9, 0",
    "65, 71, 0.5, 0",
    "200, 129, 1, 0",
    "131, 90, 0.05, 0",
    "97, 203, 0.8, 1",
    "161, 66, 0.8, 7",
    "160, 160, 0.95, 20"
  })
  void a_grey_film_has_the_samples_of_the_platforms_decoder(
      int width, int height, float quality, int restartInterval) throws IOException {
    byte[] file = jpeg(Films.film8(width, height, width), quality, restartInterval);
    Radiograph film = read(file);
    assertThat(film.eighth()).isPresent();
    assertThat(film.samples()).isEqualTo(platform(file).samples());
  }

  @Test
  void parts_of_a_film_are_those_of_the_whole_in_whatever_order_they_are_asked_for()
      throws IOException {
    byte[] file = jpeg(Films.film8(203, 150, 4), 0.8f, 0);
    Radiograph whole = platform(file);
    Radiograph film = read(file);
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 200; i++) {
      int x = random.nextInt(203);
      int top = random.nextInt(150);
      int bottom = random.nextInt(top, 150) + 1;
      int[] expected = new int[random.nextInt(203 - x) + 1];
      int[] sums = new int[expected.length];
      whole.sumRows(top, bottom, x, expected);
      film.sumRows(top, bottom, x, sums);
      assertThat(sums).isEqualTo(expected);
      assertThat(film.sample(x, top)).isEqualTo(whole.sample(x, top));
    }
  }

  @Test
  void the_eighth_holds_the_mean_of_each_square_of_eight() throws IOException {
    byte[] file = jpeg(Films.film8(96, 80, 5), 0.9f, 0);
    Radiograph film = read(file);
    Radiograph eighth = film.eighth().orElseThrow();
    assertThat(eighth.width()).isEqualTo(12);
    assertThat(eighth.height()).isEqualTo(10);
    for (int y = 0; y < 10; y++) {
      for (int x = 0; x < 12; x++) {
        int[] sums = new int[8];
        film.sumRows(8 * y, 8 * y + 8, 8 * x, sums);
        double mean = Arrays.stream(sums).sum() / 64.0;
        // samples are rounded, means are not
        assertThat(eighth.sample(x, y) / 8.0).isBetween(mean - 0.5, mean + 0.5);
      }
    }
  }

  @Test
  void a_progressive_film_and_one_of_colours_are_the_platforms() throws IOException {
    byte[] progressive = Films.jpeg(Films.film8(120, 90, 6), 0.9f, true);
    assertThat(read(progressive).eighth()).isEmpty();
    assertThat(read(progressive).samples()).isEqualTo(platform(progressive).samples());
    BufferedImage colours = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
    colours.createGraphics().drawImage(Films.film8(120, 90, 6), 0, 0, null);
    assertThat(read(Films.jpeg(colours, 0.9f, false)).eighth()).isEmpty();
  }

  @Test
  void damage_is_refused_as_the_platforms_decoder_refuses_it() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    int refusals = 0;
    for (int i = 0; i < 400; i++) {
      byte[] file = jpeg(Films.film8(96, 80, i), 0.8f, i % 3 == 0 ? 5 : 0);
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        file[file.length - 3 - random.nextInt(file.length / 2)] = (byte) random.nextInt(256);
      }
      Optional<String> expected = refusal(() -> platform(file));
      assertThat(refusal(() -> read(file))).isEqualTo(expected);
      refusals += expected.isPresent() ? 1 : 0;
    }
    assertThat(refusals).isBetween(40, 360);
  }

  private static Optional<String> refusal(Runnable reading) {
    try {
      reading.run();
      return Optional.empty();
    } catch (NotAssessableException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Radiograph read(byte[] file) {
    return new RadiographReader().read("film.jpg", file);
  }

  private static Radiograph platform(byte[] bytes) {
    FilmFile file = new FilmFile("film.jpg", bytes);
    JpegFile.check(file);
    Raster raster = PlatformDecoder.raster(file, "jpeg");
    return GreyPixels.withContrast(file, GreyPixels.ofSingleBand(file, raster, 8));
  }

  private static byte[] jpeg(BufferedImage image, float quality, int restartInterval)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
    if (restartInterval > 0) {
      IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
      IIOMetadataNode restart = new IIOMetadataNode("dri");
      restart.setAttribute("interval", String.valueOf(restartInterval));
      root.getElementsByTagName("markerSequence").item(0).appendChild(restart);
      metadata.setFromTree(FORMAT, root);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
