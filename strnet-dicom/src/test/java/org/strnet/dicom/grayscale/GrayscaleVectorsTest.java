package org.strnet.dicom.grayscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.StoredImage;
import org.strnet.dicom.grayscale.GrayscaleVector.Voi;
import org.strnet.provenance.Sha256;
import org.strnet.radiograph.Radiograph;

/**
 * Every way to show a film, against what DCMTK shows. {@code dcmtk-renderings.csv} beside this
 * class holds the hash of DCMTK 3.6.7's samples per vector, as {@link #main} writes it.
 */
class GrayscaleVectorsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("exact")
  void samples_equal_those_that_dcmtk_showed(GrayscaleVector vector) {
    assertThat(golden()).containsEntry(vector.name(), hash(ours(vector)));
  }

  /**
   * Inverted without a window DCMTK rounds to nearest, so that 8-bit black is 1; here the inverted
   * film is the exact complement.
   */
  @Test
  void samples_lie_within_one_level_of_dcmtk_where_it_is_not_its_own_complement()
      throws IOException, InterruptedException {
    assumeTrue(DcmtkRendering.isThere(), "needs dcm2pnm of DCMTK");
    for (GrayscaleVector vector : GrayscaleVector.all()) {
      if (!isExact(vector)) {
        int[] ours = ours(vector);
        int[] theirs = DcmtkRendering.of(vector, folder);
        for (int i = 0; i < ours.length; i++) {
          assertThat(Math.abs(ours[i] - theirs[i])).as(vector.name()).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  @Test
  void an_inverted_film_is_the_exact_complement() {
    GrayscaleVector white =
        new GrayscaleVector(12, 11, false, "MONOCHROME1", GrayscaleVector.Modality.NONE, Voi.NONE);
    GrayscaleVector black =
        new GrayscaleVector(12, 11, false, "MONOCHROME2", GrayscaleVector.Modality.NONE, Voi.NONE);
    int[] inverted = ours(white);
    int[] shown = ours(black);
    for (int i = 0; i < shown.length; i++) {
      assertThat(inverted[i]).isEqualTo(65535 - shown[i]);
    }
  }

  static Stream<GrayscaleVector> exact() {
    return GrayscaleVector.all().stream().filter(GrayscaleVectorsTest::isExact);
  }

  private static boolean isExact(GrayscaleVector vector) {
    return vector.photometric().equals("MONOCHROME2")
        || vector.voi() == Voi.LINEAR
        || vector.voi() == Voi.SIGMOID;
  }

  private static int[] ours(GrayscaleVector vector) {
    DicomFile file = DicomFile.read(vector.file());
    Radiograph film =
        GrayscalePipeline.render(file.header(), StoredImage.decode(file), Reading.AS_STATED).film();
    int[] samples = new int[GrayscaleVector.SIDE * GrayscaleVector.SIDE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = film.sample(i % GrayscaleVector.SIDE, i / GrayscaleVector.SIDE);
    }
    return samples;
  }

  private static String hash(int[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length);
    bytes.asIntBuffer().put(samples);
    return Sha256.of(bytes.array()).substring(0, 16);
  }

  private static Map<String, String> golden() {
    Map<String, String> golden = new TreeMap<>();
    try (InputStream in = GrayscaleVectorsTest.class.getResourceAsStream("dcmtk-renderings.csv")) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
      lines.forEach(line -> golden.put(line.split(",", -1)[0], line.split(",", -1)[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return golden;
  }

  /** Writes the golden table to standard output; needs DCMTK. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    System.out.println("vector,sha256 of DCMTK's samples as big-endian integers, 16 digits");
    for (GrayscaleVector vector : exact().toList()) {
      System.out.println(vector.name() + "," + hash(DcmtkRendering.of(vector, folder)));
    }
  }
}
