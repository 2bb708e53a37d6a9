package org.strnet.dicom.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.strnet.radiograph.NotAssessable.Reason;
import org.strnet.radiograph.NotAssessableException;

class DicomFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        UID.ImplicitVRLittleEndian,
        UID.ExplicitVRLittleEndian,
        UID.ExplicitVRBigEndianRetired,
        UID.DeflatedExplicitVRLittleEndian
      })
  void the_same_film_is_read_from_every_native_syntax(String syntax) {
    StoredImage image = StoredImage.decode(DicomFile.read(Films.file(Films.film(), syntax)));

    assertThat(image.geometry().bitsStored()).isEqualTo(12);
    for (int i = 0; i < image.cells().length; i++) {
      assertThat((int) image.cells()[i]).isEqualTo(i);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        UID.ImplicitVRLittleEndian,
        UID.ExplicitVRLittleEndian,
        UID.ExplicitVRBigEndianRetired
      })
  void a_header_is_read_from_the_beginning_of_a_file_without_its_pixels(String syntax) {
    byte[] file = Films.file(Films.film(), syntax);
    byte[] beginning = Arrays.copyOf(file, file.length - 8);

    FilmHeader header = DicomFile.header(beginning).orElseThrow();

    assertThat(header.attributes()).isEqualTo(DicomFile.read(file).header().attributes());
  }

  @Test
  void a_beginning_that_ends_within_the_header_is_no_header() {
    byte[] file = Films.file(Films.film());

    assertThat(DicomFile.header(Arrays.copyOf(file, 200))).isEmpty();
    assertThat(DicomFile.header(new byte[0])).isEmpty();
    assertThat(DicomFile.header(new byte[500])).isEmpty();
  }

  @Test
  void a_bare_data_set_without_preamble_is_read() throws IOException {
    byte[] file = Films.file(Films.film());
    byte[] bare = Arrays.copyOfRange(file, 132, file.length);

    assertThat(DicomSignature.matches(bare)).isTrue();
    assertThat(DicomFile.read(bare).header().sopInstanceUid()).isEqualTo("2.25.3");
  }

  @Test
  void what_is_no_object_is_recognised_by_its_first_bytes() {
    assertThat(DicomSignature.matches(Films.file(Films.film()))).isTrue();
    assertThat(DicomSignature.matches(new byte[0])).isFalse();
    assertThat(DicomSignature.matches("a text of some length".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(DicomSignature.matches(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
        .isFalse();
  }

  @Test
  void a_file_cut_off_anywhere_is_refused_or_lacks_its_pixels() {
    byte[] file = Films.file(Films.film());
    for (int length = 0; length < file.length; length += 1 + length / 40) {
      byte[] part = Arrays.copyOf(file, length);
      assertThat(refusal(part)).as("%d bytes", length).isInstanceOf(NotAssessableException.class);
    }
  }

  @Test
  void a_file_with_changed_bytes_is_read_or_refused_and_nothing_else() {
    byte[] file = Films.file(Films.film());
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 3000; trial++) {
      byte[] changed = file.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        changed[132 + random.nextInt(600)] = (byte) random.nextInt();
      }
      Throwable thrown = refusal(changed);
      if (thrown != null) {
        assertThat(thrown).as("trial %d", trial).isInstanceOf(NotAssessableException.class);
      }
    }
  }

  @Test
  void sequences_nested_without_end_are_refused() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] head = Films.file(new Attributes(Films.film(), Tag.SOPClassUID, Tag.SOPInstanceUID));
    bytes.writeBytes(head);
    byte[] sequence = {
      0x08, 0, 0x40, 0x11, 'S', 'Q', 0, 0, -1, -1, -1, -1, -2, -1, 0, -32, -1, -1, -1, -1
    };
    for (int depth = 0; depth < 40_000; depth++) {
      bytes.writeBytes(sequence);
    }

    assertThatThrownBy(() -> DicomFile.read(bytes.toByteArray()))
        .isInstanceOfSatisfying(
            NotAssessableException.class,
            e -> assertThat(e.notAssessable().reason()).isEqualTo(Reason.DAMAGED_IMAGE));
  }

  @Test
  void a_small_file_that_inflates_without_end_is_refused() throws IOException {
    Attributes film = Films.film();
    film.remove(Tag.PixelData);
    byte[] deflated = Films.file(film, UID.DeflatedExplicitVRLittleEndian);
    byte[] head = Arrays.copyOf(deflated, 132 + 12 + metaLength(deflated));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head);
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED, true))) {
      out.write(new byte[] {(byte) 0xe0, 0x7f, 0x10, 0, 'O', 'W', 0, 0, 0, 0, 0, 0x7f});
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 400; i++) {
        out.write(zeros);
      }
    }

    assertThat(bytes.size()).isLessThan(4 << 20);
    assertThat(refusal(bytes.toByteArray())).isInstanceOf(NotAssessableException.class);
  }

  @Test
  void a_transfer_syntax_that_is_not_read_is_named() {
    byte[] file = Films.file(Films.film(), "1.2.840.10008.1.2.4.100");

    assertThatThrownBy(() -> DicomFile.read(file))
        .isInstanceOf(NotAssessableException.class)
        .hasMessageContaining("1.2.840.10008.1.2.4.100");
  }

  @Test
  void colours_several_frames_and_odd_depths_are_refused_with_their_reason() {
    assertThat(reason(Tag.SamplesPerPixel, 3)).isEqualTo(Reason.COLOUR_IMAGE);
    assertThat(reason(Tag.BitsAllocated, 32)).isEqualTo(Reason.UNSUPPORTED_ENCODING);
    assertThat(reason(Tag.BitsStored, 17)).isEqualTo(Reason.UNSUPPORTED_ENCODING);
    assertThat(reason(Tag.BitsStored, 0)).isEqualTo(Reason.UNSUPPORTED_ENCODING);
    assertThat(reason(Tag.Rows, 10)).isEqualTo(Reason.TOO_FEW_PIXELS);
    assertThat(reason(Tag.Rows, 65000)).isEqualTo(Reason.DAMAGED_IMAGE);
    Attributes frames = Films.film();
    frames.setString(Tag.NumberOfFrames, VR.IS, "2");
    assertThat(decodingReason(frames)).isEqualTo(Reason.UNSUPPORTED_ENCODING);
    Attributes report = Films.film();
    report.remove(Tag.PixelData);
    assertThat(decodingReason(report)).isEqualTo(Reason.NOT_AN_IMAGE);
  }

  @Test
  void eight_bit_cells_in_big_endian_words_are_put_in_order() {
    Attributes film = Films.film();
    film.setInt(Tag.BitsAllocated, VR.US, 8);
    film.setInt(Tag.BitsStored, VR.US, 8);
    film.setInt(Tag.HighBit, VR.US, 7);
    byte[] cells = new byte[Films.SIDE * Films.SIDE];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (byte) i;
    }
    film.setBytes(Tag.PixelData, VR.OW, cells);

    StoredImage image =
        StoredImage.decode(DicomFile.read(Films.file(film, UID.ExplicitVRBigEndianRetired)));

    assertThat(image.cells()[5]).isEqualTo((short) 5);
    assertThat(Films.ramp(ByteOrder.BIG_ENDIAN)[3]).isEqualTo((byte) 1);
  }

  private static int metaLength(byte[] file) {
    return (file[140] & 0xff) | (file[141] & 0xff) << 8;
  }

  private static Reason reason(int tag, int value) {
    Attributes film = Films.film();
    film.setInt(tag, VR.US, value);
    return decodingReason(film);
  }

  private static Reason decodingReason(Attributes film) {
    NotAssessableException refused =
        catchThrowableOfType(
            NotAssessableException.class,
            () -> StoredImage.decode(DicomFile.read(Films.file(film))));
    return refused.notAssessable().reason();
  }

  private static Throwable refusal(byte[] file) {
    try {
      StoredImage.decode(DicomFile.read(file));
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }
}
