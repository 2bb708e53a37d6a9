package org.strnet.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.strnet.dicom.codec.SyntheticFrame.Content;

/** Frames without compression, run lengths by hand, and the types around a frame. */
class PlainFrameTest {

  private static final FrameGeometry TWO_BY_TWO = new FrameGeometry(2, 2, 16, 12, 11, false);

  @Test
  void native_cells_come_as_they_are_in_either_order_of_bytes() {
    for (int bits : new int[] {8, 16}) {
      SyntheticFrame frame = SyntheticFrame.draw(Content.NOISE, 5, 7, bits, bits);
      assertThat(
              FrameDecoder.decode(
                  TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                  frame.bytes(ByteOrder.LITTLE_ENDIAN),
                  frame.geometry()))
          .isEqualTo(frame.cells());
      assertThat(
              FrameDecoder.decode(
                  TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                  frame.bytes(ByteOrder.BIG_ENDIAN),
                  frame.geometry()))
          .isEqualTo(frame.cells());
    }
  }

  @Test
  void a_native_frame_with_a_byte_too_few_is_refused() {
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(() -> FrameDecoder.decode(TransferSyntax.DEFLATED, new byte[7], TWO_BY_TWO))
        .withMessage("DEFLATED: the frame must have 8 bytes, found 7");
  }

  /** High bytes 1 1 1 2 as a run and a literal, low bytes 9 8 7 6 as a literal after a no-op. */
  @Test
  void run_lengths_by_hand() {
    byte[] frame = new byte[64 + 4 + 6];
    frame[0] = 2;
    frame[4] = 64;
    frame[8] = 68;
    byte[] segments = {-2, 1, 0, 2, -128, 3, 9, 8, 7, 6};
    System.arraycopy(segments, 0, frame, 64, segments.length);
    assertThat(FrameDecoder.decode(TransferSyntax.RLE, frame, TWO_BY_TWO))
        .containsExactly(0x109, 0x108, 0x107, 0x206);
  }

  @Test
  void run_length_segments_outside_the_frame_are_refused() {
    byte[] frame = new byte[80];
    frame[0] = 2;
    frame[4] = 64;
    frame[8] = 127;
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(() -> FrameDecoder.decode(TransferSyntax.RLE, frame, TWO_BY_TWO))
        .withMessageContaining("found one from 64 to 127");
    frame[0] = 3;
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(() -> FrameDecoder.decode(TransferSyntax.RLE, frame, TWO_BY_TWO))
        .withMessageContaining("must have 2 segments, found 3");
  }

  @Test
  void a_geometry_checks_its_ranges() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FrameGeometry(0, 1, 8, 8, 7, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrameGeometry(65535, 65535, 8, 8, 7, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrameGeometry(1, 1, 12, 12, 11, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrameGeometry(1, 1, 16, 17, 15, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrameGeometry(1, 1, 16, 12, 10, false));
  }

  @Test
  void syntaxes_are_found_by_their_uid() {
    for (TransferSyntax syntax : TransferSyntax.values()) {
      assertThat(TransferSyntax.of(syntax.uid())).contains(syntax);
    }
    assertThat(TransferSyntax.of("1.2.840.10008.1.2.4.100")).isEmpty();
    assertThat(Arrays.stream(TransferSyntax.values()).filter(s -> !s.isEncapsulated())).hasSize(4);
    assertThat(Arrays.stream(TransferSyntax.values()).filter(TransferSyntax::isLossy))
        .containsExactly(
            TransferSyntax.JPEG_BASELINE,
            TransferSyntax.JPEG_EXTENDED,
            TransferSyntax.JPEG_LS_NEAR_LOSSLESS,
            TransferSyntax.JPEG_2000);
  }
}
