package org.strnet.radiograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.NotAssessable.Reason;

class RadiographReaderTest {

  private final RadiographReader reader = new RadiographReader();

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void an_8_bit_film_keeps_its_samples(String format) {
    BufferedImage image = Films.film8(70, 90, 1);
    Radiograph film = reader.read("film", Films.encoded(image, format));
    assertThat(film.width()).isEqualTo(70);
    assertThat(film.height()).isEqualTo(90);
    assertThat(film.bits()).isEqualTo(8);
    assertSamples(film, image);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void a_16_bit_film_keeps_its_samples(String format) {
    BufferedImage image = Films.film16(70, 90, 2);
    Radiograph film = reader.read("film", Films.encoded(image, format));
    assertThat(film.bits()).isEqualTo(16);
    assertThat(film.samples())
        .isEqualTo(((DataBufferUShort) image.getRaster().getDataBuffer()).getData());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_grey_jpeg_comes_back_within_its_compression(boolean progressive) {
    BufferedImage image = Films.film8(83, 71, 3);
    Radiograph film = reader.read("film", Films.jpeg(image, 0.98f, progressive));
    double difference = 0;
    for (int y = 0; y < 71; y++) {
      for (int x = 0; x < 83; x++) {
        difference += Math.abs(film.sample(x, y) - image.getRaster().getSample(x, y, 0));
      }
    }
    assertThat(difference / (83 * 71)).isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void grey_stored_as_colours_is_the_grey(int type) {
    BufferedImage image =
        Films.colours(80, 80, type, (x, y) -> 0xff000000 | ((x + y) / 32 * 51) * 0x10101);
    Radiograph film = reader.read("film", Films.encoded(image, "png"));
    assertThat(film.bits()).isEqualTo(8);
    assertThat(film.sample(0, 0)).isZero();
    assertThat(film.sample(40, 0)).isEqualTo(51);
    assertThat(film.sample(79, 79)).isEqualTo(204);
  }

  @Test
  void a_grey_film_stored_as_a_colour_jpeg_is_read() {
    BufferedImage grey = Films.film8(96, 96, 4);
    BufferedImage image =
        Films.colours(
            96,
            96,
            BufferedImage.TYPE_3BYTE_BGR,
            (x, y) -> grey.getRaster().getSample(x, y, 0) * 0x10101);
    Radiograph film = reader.read("film", Films.jpeg(image, 0.75f, false));
    assertThat(film.sample(48, 20)).isBetween(100, 220);
  }

  @Test
  void a_tinted_film_is_no_colour_picture() {
    BufferedImage image =
        Films.colours(
            96,
            96,
            BufferedImage.TYPE_3BYTE_BGR,
            (x, y) -> {
              int grey = 2 * x;
              return (grey << 16) | ((grey * 9 / 10) << 8) | (grey * 6 / 10);
            });
    Radiograph film = reader.read("film", Films.encoded(image, "png"));
    assertThat(film.sample(90, 0)).isGreaterThan(film.sample(10, 0));
  }

  @Test
  void a_colour_photograph_is_refused() {
    BufferedImage image =
        Films.colours(
            96, 96, BufferedImage.TYPE_3BYTE_BGR, (x, y) -> (x < 48 ? 0xc04030 : 0x3060c0) + y);
    assertRefused(Films.encoded(image, "png"), Reason.COLOUR_IMAGE);
    assertRefused(Films.jpeg(image, 0.8f, false), Reason.COLOUR_IMAGE);
    assertRefused(Films.encoded(image, "tiff"), Reason.COLOUR_IMAGE);
  }

  @Test
  void transparent_pixels_are_black() {
    BufferedImage image =
        Films.colours(
            80,
            80,
            BufferedImage.TYPE_4BYTE_ABGR,
            (x, y) -> (x < 40 ? 0xff000000 : 0) | (0xc8c8c8 - 0x10101 * y));
    Radiograph film = reader.read("film", Films.encoded(image, "png"));
    assertThat(film.sample(10, 0)).isEqualTo(200);
    assertThat(film.sample(60, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void a_tiff_whose_white_is_zero_shows_bone_bright(int bits) {
    byte[] samples = new byte[64 * 64 * bits / 8];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i % 64 * 2);
    }
    int white = (1 << bits) - 1;
    Radiograph blackIsZero = reader.read("film", TiffBytes.grey(64, 64, 1, bits, samples));
    Radiograph whiteIsZero = reader.read("film", TiffBytes.grey(64, 64, 0, bits, samples));
    for (int x = 0; x < 64; x++) {
      assertThat(whiteIsZero.sample(x, 5)).isEqualTo(white - blackIsZero.sample(x, 5));
    }
    assertThat(blackIsZero.sample(10, 5)).isEqualTo(bits == 8 ? 20 : 0x2a28);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "tiff"})
  void a_truncated_film_is_refused_by_name(String format) {
    byte[] whole = Films.encoded(Films.film8(128, 128, 5), format);
    for (int share = 2; share < 10; share++) {
      assertRefused(Arrays.copyOf(whole, whole.length * share / 10), Reason.DAMAGED_IMAGE);
    }
  }

  @Test
  void a_truncated_jpeg_that_still_has_an_end_marker_is_refused() {
    byte[] whole = Films.encoded(Films.film8(256, 256, 6), "jpeg");
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    half[half.length - 2] = (byte) 0xff;
    half[half.length - 1] = (byte) 0xd9;
    assertRefused(half, Reason.DAMAGED_IMAGE);
  }

  @Test
  void an_empty_file_is_refused() {
    assertRefused(new byte[0], Reason.EMPTY_FILE);
  }

  @Test
  void a_text_is_not_an_image_whatever_its_name() {
    assertRefused("not an image".getBytes(StandardCharsets.UTF_8), Reason.NOT_AN_IMAGE);
  }

  @Test
  void a_film_of_one_grey_value_is_refused() {
    BufferedImage image = new BufferedImage(80, 80, BufferedImage.TYPE_BYTE_GRAY);
    assertRefused(Films.encoded(image, "png"), Reason.NO_CONTRAST);
  }

  @Test
  void a_film_below_64_pixels_is_refused() {
    assertRefused(Films.encoded(Films.film8(63, 500, 7), "png"), Reason.TOO_FEW_PIXELS);
    assertThat(reader.read("film", Films.encoded(Films.film8(64, 64, 7), "png"))).isNotNull();
  }

  @Test
  void messages_name_the_file_without_its_folders(@TempDir Path folder) throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.png"));
    assertThatThrownBy(() -> reader.read(empty))
        .isInstanceOf(NotAssessableException.class)
        .hasMessageStartingWith("empty.png: ")
        .hasMessageNotContaining(folder.toString());
  }

  @Test
  void a_missing_file_and_a_folder_are_bad_input(@TempDir Path folder) {
    assertThatThrownBy(() -> reader.read(folder.resolve("none.png")))
        .isExactlyInstanceOf(BadInputException.class)
        .hasMessageStartingWith("none.png: ");
    assertThatThrownBy(() -> reader.read(folder)).isExactlyInstanceOf(BadInputException.class);
  }

  private void assertRefused(byte[] bytes, Reason reason) {
    NotAssessableException refused =
        catchThrowableOfType(NotAssessableException.class, () -> reader.read("film", bytes));
    assertThat(refused).isNotNull();
    assertThat(refused.notAssessable().reason()).as(refused.getMessage()).isEqualTo(reason);
    assertThat(refused).hasMessageStartingWith("film: ");
  }

  private static void assertSamples(Radiograph film, BufferedImage image) {
    for (int y = 0; y < film.height(); y++) {
      for (int x = 0; x < film.width(); x++) {
        assertThat(film.sample(x, y)).isEqualTo(image.getRaster().getSample(x, y, 0));
      }
    }
  }
}
