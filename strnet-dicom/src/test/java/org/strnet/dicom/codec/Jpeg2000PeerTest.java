package org.strnet.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.codec.SyntheticFrame.Content;

/** JPEG 2000 streams that OpenJPEG encoded. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Jpeg2000PeerTest {

  @TempDir private Path folder;

  @BeforeEach
  void peers() {
    Peer.assumePresent("opj_compress", "opj_decompress");
  }

  @Test
  void reversible_streams_of_every_depth_and_sign_give_back_every_cell() throws Exception {
    for (int bits : new int[] {8, 10, 12, 16}) {
      for (boolean signed : new boolean[] {false, true}) {
        SyntheticFrame frame = frame(Content.FILM, bits, signed);
        byte[] stream = encoded(frame, "j2k");
        assertThat(decode(stream, frame)).as("%d %s", bits, signed).isEqualTo(frame.cells());
      }
    }
  }

  @Test
  void a_jp2_file_and_a_tiled_stream_of_several_layers_decode() throws Exception {
    SyntheticFrame frame = frame(Content.FLAT, 12, false);
    assertThat(decode(encoded(frame, "jp2"), frame)).isEqualTo(frame.cells());
    byte[] tiled = encoded(frame, "j2k", "-t", "32,20", "-r", "20,5,1", "-n", "3");
    assertThat(decode(tiled, frame)).isEqualTo(frame.cells());
  }

  /** Measured: no cell more than a level of 4096 away, and the mean below 0.015. */
  @Test
  void an_irreversible_stream_is_what_openjpeg_makes_of_it() throws Exception {
    SyntheticFrame frame = frame(Content.FILM, 12, false);
    byte[] stream = encoded(frame, "j2k", "-I", "-r", "8");
    Distance distance = Distance.between(decode(stream, frame), decodedByOpenJpeg("j2k", frame));
    assertThat(distance.largest()).isLessThanOrEqualTo(1);
    assertThat(distance.mean()).isLessThan(0.02);
  }

  @Test
  void many_threads_decode_at_once() throws Exception {
    SyntheticFrame frame = frame(Content.FILM, 12, false);
    byte[] stream = encoded(frame, "j2k");
    assertThat(
            IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> decode(stream, frame))
                .allMatch(cells -> Arrays.equals(cells, frame.cells())))
        .isTrue();
  }

  @Test
  void tiles_and_precincts_beyond_measure_are_refused() throws Exception {
    SyntheticFrame frame = SyntheticFrame.draw(Content.FLAT, 300, 300, 8, 3);
    byte[] tiles = encoded(frame, "j2k", "-t", "3,3", "-n", "1");
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(() -> decode(tiles, frame))
        .withMessageContaining("at most 4096 tiles, found 10000");
  }

  private static SyntheticFrame frame(Content content, int bits, boolean signed) {
    FrameGeometry geometry = new FrameGeometry(53, 67, bits <= 8 ? 8 : 16, bits, bits - 1, signed);
    return SyntheticFrame.draw(content, geometry, bits);
  }

  private static short[] decode(byte[] stream, SyntheticFrame frame) {
    return FrameDecoder.decode(TransferSyntax.JPEG_2000, stream, frame.geometry());
  }

  /** OpenJPEG's raw files hold samples with their sign extended, in big-endian order. */
  private byte[] encoded(SyntheticFrame frame, String kind, String... options) throws Exception {
    FrameGeometry geometry = frame.geometry();
    int unused = 16 - geometry.bitsStored();
    short[] extended = frame.cells().clone();
    if (geometry.signed()) {
      for (int i = 0; i < extended.length; i++) {
        extended[i] = (short) ((short) (extended[i] << unused) >> unused);
      }
    }
    Path raw = folder.resolve("source.raw");
    Files.write(raw, new SyntheticFrame(geometry, extended).bytes(ByteOrder.BIG_ENDIAN));
    Path target = folder.resolve("encoded." + kind);
    String layout =
        "%d,%d,1,%d,%s"
            .formatted(
                geometry.columns(),
                geometry.rows(),
                geometry.bitsStored(),
                geometry.signed() ? "s" : "u");
    List<String> command =
        new ArrayList<>(
            List.of("opj_compress", "-F", layout, "-i", raw.toString(), "-o", target.toString()));
    command.addAll(List.of(options));
    Peer.run(command);
    return Files.readAllBytes(target);
  }

  /** What opj_decompress 2.5.0 writes as raw is little-endian, unlike what it reads. */
  private short[] decodedByOpenJpeg(String kind, SyntheticFrame frame) throws Exception {
    Path raw = folder.resolve("decoded.raw");
    Peer.run(
        List.of(
            "opj_decompress",
            "-i",
            folder.resolve("encoded." + kind).toString(),
            "-o",
            raw.toString()));
    short[] cells = new short[frame.geometry().cells()];
    ByteBuffer.wrap(Files.readAllBytes(raw))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(cells);
    return cells;
  }
}
