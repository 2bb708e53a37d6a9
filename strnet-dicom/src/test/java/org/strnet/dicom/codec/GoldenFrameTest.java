package org.strnet.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kept objects of other encoders: whole, cut short and damaged. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GoldenFrameTest {

  @ParameterizedTest
  @EnumSource(Golden.class)
  void a_kept_object_decodes_to_what_was_encoded(Golden golden) throws Exception {
    DicomFrame object = golden.read();
    short[] decoded = object.decode();
    if (object.syntax().isLossy()) {
      Distance distance = Distance.between(decoded, golden.decoded());
      assertThat(distance.largest()).isLessThanOrEqualTo(1);
      assertThat(distance.mean()).isLessThan(0.1);
    } else {
      assertThat(decoded).isEqualTo(golden.source().cells());
    }
  }

  /** The last byte may be padding, and the end marker is not needed once every cell is there. */
  @ParameterizedTest
  @EnumSource(Golden.class)
  void a_frame_cut_short_is_refused(Golden golden) throws Exception {
    DicomFrame object = golden.read();
    int longest = object.frame().length - 5;
    for (int length = 0; length <= longest; length += length < 200 ? 1 : 7) {
      byte[] cut = Arrays.copyOf(object.frame(), length);
      assertThatExceptionOfType(DamagedFrameException.class)
          .as("%d of %d bytes", length, object.frame().length)
          .isThrownBy(() -> FrameDecoder.decode(object.syntax(), cut, object.geometry()))
          .withMessageStartingWith(object.syntax() + ": ");
    }
  }

  @ParameterizedTest
  @EnumSource(Golden.class)
  void a_damaged_frame_is_refused_or_decoded_to_all_cells(Golden golden) throws Exception {
    DicomFrame object = golden.read();
    Random random = new Random(golden.name().hashCode());
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged = damaged(object.frame(), random);
      try {
        short[] cells = FrameDecoder.decode(object.syntax(), damaged, object.geometry());
        assertThat(cells).hasSize(object.geometry().cells());
      } catch (DamagedFrameException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  /** Few or many bytes changed, half of the times in the header. */
  private static byte[] damaged(byte[] frame, Random random) {
    byte[] damaged = frame.clone();
    int range = random.nextBoolean() ? damaged.length : Math.min(damaged.length, 100);
    int changes = 1 + random.nextInt(random.nextBoolean() ? 2 : 20);
    for (int i = 0; i < changes; i++) {
      damaged[random.nextInt(range)] = (byte) (random.nextInt(4) == 0 ? 0xff : random.nextInt(256));
    }
    return damaged;
  }

  @ParameterizedTest
  @EnumSource(Golden.class)
  void a_frame_of_another_size_is_refused(Golden golden) throws Exception {
    DicomFrame object = golden.read();
    FrameGeometry is = object.geometry();
    FrameGeometry other =
        new FrameGeometry(
            is.rows() * 2,
            is.columns() * 8,
            is.bitsAllocated(),
            is.bitsStored(),
            is.highBit(),
            is.signed());
    assertThatExceptionOfType(DamagedFrameException.class)
        .isThrownBy(() -> FrameDecoder.decode(object.syntax(), object.frame(), other));
  }
}
