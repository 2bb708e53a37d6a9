package org.strnet.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strnet.dicom.codec.SyntheticFrame.Content;

/** Lossless JPEG against an encoder of the tests' own: what DCMTK does not write. */
class LosslessJpegTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void restart_intervals_begin_the_prediction_anew(int predictor) {
    SyntheticFrame frame = SyntheticFrame.draw(Content.FILM, 40, 23, 12, predictor);
    for (int restartRows : new int[] {0, 1, 3, 40}) {
      byte[] stream = new LosslessEncoder(frame, predictor, 0, restartRows).encode();
      assertThat(decode(stream, frame.geometry())).isEqualTo(frame.cells());
    }
  }

  @Test
  void every_precision_from_2_to_16_bits_decodes() {
    for (int bits = 2; bits <= 16; bits++) {
      for (Content content : Content.values()) {
        SyntheticFrame frame = SyntheticFrame.draw(content, 9, 31, bits, bits);
        byte[] stream = new LosslessEncoder(frame, 1 + bits % 7, 0, 2).encode();
        assertThat(decode(stream, frame.geometry())).isEqualTo(frame.cells());
      }
    }
  }

  @Test
  void a_point_transform_loses_the_lowest_bits_only() {
    SyntheticFrame frame = SyntheticFrame.draw(Content.NOISE, 9, 31, 12, 5);
    short[] decoded = decode(new LosslessEncoder(frame, 4, 3, 0).encode(), frame.geometry());
    for (int i = 0; i < decoded.length; i++) {
      assertThat((int) decoded[i]).isEqualTo(frame.cells()[i] & ~7);
    }
  }

  @Test
  void a_restart_marker_out_of_turn_is_refused() {
    SyntheticFrame frame = SyntheticFrame.draw(Content.FILM, 6, 9, 12, 6);
    byte[] stream = new LosslessEncoder(frame, 1, 0, 2).encode();
    int at = indexOf(stream, 0xd1);
    stream[at] = (byte) 0xd2;
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(() -> decode(stream, frame.geometry()))
        .withMessage("JPEG_LOSSLESS: a restart interval must end with FFD1");
  }

  @Test
  void a_restart_interval_of_part_of_a_line_is_refused() {
    SyntheticFrame frame = SyntheticFrame.draw(Content.FILM, 6, 9, 12, 6);
    byte[] stream = new LosslessEncoder(frame, 1, 0, 2).encode();
    stream[indexOf(stream, 0xdd) + 4] = 17;
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(() -> decode(stream, frame.geometry()))
        .withMessageContaining("whole lines of 9, found 17");
  }

  @Test
  void more_precision_than_bits_allocated_is_refused() {
    SyntheticFrame frame = SyntheticFrame.draw(Content.FILM, 6, 9, 12, 6);
    byte[] stream = new LosslessEncoder(frame, 1, 0, 0).encode();
    FrameGeometry narrow = new FrameGeometry(6, 9, 8, 8, 7, false);
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(() -> decode(stream, narrow))
        .withMessageContaining("must fit the 8 bits allocated, found a precision of 12");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc2, 0xc5, 0xc9, 0xcb, 0xcf, 0xc8})
  void other_processes_are_refused_by_name(int frameMarker) {
    SyntheticFrame frame = SyntheticFrame.draw(Content.FILM, 6, 9, 12, 6);
    byte[] stream = new LosslessEncoder(frame, 1, 0, 0).encode();
    stream[3] = (byte) frameMarker;
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(() -> decode(stream, frame.geometry()))
        .withMessageMatching(".*found (progressive|hierarchical|arithmetic|a frame of).*");
  }

  @Test
  void a_lossless_stream_in_a_lossy_syntax_is_refused() {
    SyntheticFrame frame = SyntheticFrame.draw(Content.FILM, 6, 9, 12, 6);
    byte[] stream = new LosslessEncoder(frame, 1, 0, 0).encode();
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(
            () -> FrameDecoder.decode(TransferSyntax.JPEG_EXTENDED, stream, frame.geometry()))
        .withMessageContaining("sequential DCT, found lossless");
  }

  private static int indexOf(byte[] stream, int marker) {
    for (int i = 0; i + 1 < stream.length; i++) {
      if (stream[i] == (byte) 0xff && stream[i + 1] == (byte) marker) {
        return i + 1;
      }
    }
    throw new AssertionError("the encoder must write FF%02X".formatted(marker));
  }

  private static short[] decode(byte[] stream, FrameGeometry geometry) {
    return FrameDecoder.decode(TransferSyntax.JPEG_LOSSLESS, stream, geometry);
  }
}
