package org.strnet.radiograph;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random damage to valid files: the answer is always a film or a refusal, and soon. */
@Timeout(120)
class DamagedFilmsTest {

  private static final int RUNS = 100;

  static Stream<Map.Entry<String, byte[]>> valid_files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    BufferedImage film = Films.film8(90, 70, 1);
    files.put("png, 8 bits", Films.encoded(film, "png"));
    files.put("png, 16 bits", Films.encoded(Films.film16(90, 70, 2), "png"));
    files.put("jpeg, baseline", Films.jpeg(film, 0.8f, false));
    files.put("jpeg, progressive", Films.jpeg(film, 0.8f, true));
    BufferedImage colours =
        Films.colours(
            90,
            70,
            BufferedImage.TYPE_3BYTE_BGR,
            (x, y) -> film.getRaster().getSample(x, y, 0) * 0x10101);
    files.put("jpeg, three components", Films.jpeg(colours, 0.8f, false));
    files.put("png, palette", Films.encoded(palette(film), "png"));
    files.put("tiff, 8 bits", Films.encoded(film, "tiff"));
    files.put("tiff, 16 bits", Films.encoded(Films.film16(90, 70, 3), "tiff"));
    files.put("tiff, three channels", Films.encoded(colours, "tiff"));
    return files.entrySet().stream();
  }

  private static BufferedImage palette(BufferedImage film) {
    byte[] greys = new byte[256];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = (byte) i;
    }
    BufferedImage image =
        new BufferedImage(
            film.getWidth(),
            film.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, 256, greys, greys, greys));
    image.getGraphics().drawImage(film, 0, 0, null);
    return image;
  }

  @ParameterizedTest
  @MethodSource("valid_files")
  void a_valid_file_is_a_film(Map.Entry<String, byte[]> file) {
    assertThat(new RadiographReader().read(file.getKey(), file.getValue()).width()).isEqualTo(90);
  }

  @ParameterizedTest
  @MethodSource("valid_files")
  void a_truncated_file_is_refused(Map.Entry<String, byte[]> file) {
    SplittableRandom random = new SplittableRandom(21);
    byte[] whole = file.getValue();
    for (int run = 0; run < RUNS / 4; run++) {
      int length = random.nextInt(whole.length - 1);
      // The last bytes of a TIFF are a table's padding: a cut there loses nothing.
      boolean mustFail = length < whole.length - 8;
      boolean film = isFilm(file.getKey() + " cut at " + length, Arrays.copyOf(whole, length));
      assertThat(film && mustFail).as("%s cut at %d", file.getKey(), length).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("valid_files")
  void changed_bytes_give_a_film_or_a_refusal(Map.Entry<String, byte[]> file) {
    SplittableRandom random = new SplittableRandom(22);
    for (int run = 0; run < RUNS; run++) {
      byte[] damaged = file.getValue().clone();
      // Half of the changes hit the headers, where they do most.
      int reach = run % 2 == 0 ? damaged.length : Math.min(400, damaged.length);
      for (int i = 0; i <= run % 5; i++) {
        damaged[random.nextInt(reach)] = (byte) random.nextInt(256);
      }
      isFilm(file.getKey() + " damaged in run " + run, damaged);
    }
  }

  @ParameterizedTest
  @MethodSource("valid_files")
  void changed_bytes_at_the_end_give_a_film_or_a_refusal(Map.Entry<String, byte[]> file) {
    SplittableRandom random = new SplittableRandom(23);
    for (int run = 0; run < RUNS; run++) {
      byte[] damaged = file.getValue().clone();
      for (int i = 0; i <= run % 4; i++) {
        damaged[damaged.length - 1 - random.nextInt(Math.min(300, damaged.length))] =
            (byte) random.nextInt(256);
      }
      isFilm(file.getKey() + " damaged at the end in run " + run, damaged);
    }
  }

  /** Whether the bytes read as a film; fails on anything but a film or a refusal. */
  private static boolean isFilm(String what, byte[] bytes) {
    try {
      return new RadiographReader().read("film", bytes).height() > 0;
    } catch (NotAssessableException e) {
      return false;
    } catch (Throwable e) {
      throw new AssertionError(what, e);
    }
  }
}
