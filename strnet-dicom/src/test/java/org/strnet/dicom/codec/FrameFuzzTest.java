package org.strnet.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Any bytes decode to all cells or are refused. A normal run goes through the kept inputs in the
 * test resources: the frames of {@link Golden} as seeds, and beside them what fuzzing found.
 *
 * <p>To search for new inputs, run one method with {@code JAZZER_FUZZ=1} and without {@code
 * jazzer.hooks=false} in {@code junit-platform.properties}. That line keeps Jazzer from
 * instrumenting, and its detectors from stopping, the other tests of the same process.
 */
class FrameFuzzTest {

  @FuzzTest(maxDuration = "3m")
  void rle(byte[] frame) {
    decode(frame, TransferSyntax.RLE);
  }

  @FuzzTest(maxDuration = "3m")
  void jpeg(byte[] frame) {
    decode(frame, TransferSyntax.JPEG_EXTENDED);
    decode(frame, TransferSyntax.JPEG_LOSSLESS);
  }

  @FuzzTest(maxDuration = "3m")
  void jpegLs(byte[] frame) {
    decode(frame, TransferSyntax.JPEG_LS_NEAR_LOSSLESS);
  }

  @FuzzTest(maxDuration = "3m")
  void jpeg2000(byte[] frame) {
    decode(frame, TransferSyntax.JPEG_2000);
  }

  private static void decode(byte[] frame, TransferSyntax syntax) {
    for (int bits : List.of(8, 16)) {
      FrameGeometry geometry =
          new FrameGeometry(Golden.ROWS, Golden.COLUMNS, bits, bits, bits - 1, false);
      try {
        assertThat(FrameDecoder.decode(syntax, frame, geometry)).hasSize(geometry.cells());
      } catch (DamagedFrameException e) {
        assertThat(e).hasMessageStartingWith(syntax + ": ");
      }
    }
  }

  /**
   * Writes the seeds.
   *
   * @param arguments {@code src/test/resources/org/strnet/dicom/codec/FrameFuzzTestInputs}
   */
  public static void main(String[] arguments) throws Exception {
    for (Golden golden : Golden.values()) {
      DicomFrame object = golden.read();
      String method =
          switch (object.syntax()) {
            case RLE -> "rle";
            case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> "jpegLs";
            case JPEG_2000, JPEG_2000_LOSSLESS -> "jpeg2000";
            default -> "jpeg";
          };
      Path folder = Files.createDirectories(Path.of(arguments[0], method));
      Files.write(folder.resolve(golden.name()), object.frame());
    }
  }
}
