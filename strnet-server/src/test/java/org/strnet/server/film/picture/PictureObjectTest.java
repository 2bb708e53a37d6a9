package org.strnet.server.film.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.film.DicomFile;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.StoredImage;
import org.strnet.dicom.gate.FilmGate;
import org.strnet.dicom.gate.GateConfiguration;
import org.strnet.dicom.grayscale.GrayscalePipeline;
import org.strnet.dicom.grayscale.Reading;
import org.strnet.dicom.result.OwnResults;
import org.strnet.provenance.BadInputException;
import org.strnet.radiograph.Radiograph;

class PictureObjectTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 5, 9, 30);
  private static final PictureStatement STATED =
      new PictureStatement(
          "P 17",
          OptionalInt.of(67),
          Optional.of("F"),
          Optional.of(BodySide.LEFT),
          Optional.of(LocalDate.of(2026, 1, 4)));

  /** A ramp with an odd number of pixels. */
  private static byte[] picture(String format, int type) throws IOException {
    BufferedImage image = new BufferedImage(71, 65, type);
    int most = type == BufferedImage.TYPE_USHORT_GRAY ? 65_535 : 255;
    for (int y = 0; y < 65; y++) {
      for (int x = 0; x < 71; x++) {
        image.getRaster().setSample(x, y, 0, most * (x + y) / 134);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static DicomFile object(byte[] picture, PictureStatement statement) {
    return DicomFile.read(PictureObject.file(picture, statement, NOW));
  }

  @Test
  void pixels_of_8_and_16_bits_are_those_of_the_picture() throws IOException {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
      DicomFile object = object(picture("png", type), STATED);
      Radiograph film =
          GrayscalePipeline.render(object.header(), StoredImage.decode(object), Reading.AS_STATED)
              .film();

      int most = type == BufferedImage.TYPE_USHORT_GRAY ? 65_535 : 255;
      assertThat(film.width()).isEqualTo(71);
      assertThat(film.height()).isEqualTo(65);
      assertThat(film.sample(70, 64)).isEqualTo(most);
      assertThat(film.sample(10, 3)).isEqualTo(most * 13 / 134);
    }
  }

  @Test
  void it_says_what_was_stated_and_how_it_came_to_be_and_no_more() throws IOException {
    FilmHeader header = object(picture("png", BufferedImage.TYPE_BYTE_GRAY), STATED).header();

    assertThat(header.sopClassUid()).isEqualTo(UID.SecondaryCaptureImageStorage);
    assertThat(header.sopInstanceUid()).startsWith("2.25.");
    assertThat(header.text(Tag.PatientID)).contains("P 17");
    assertThat(header.text(Tag.PatientAge)).contains("067Y");
    assertThat(header.text(Tag.PatientSex)).contains("F");
    assertThat(header.text(Tag.ImageLaterality)).contains("L");
    assertThat(header.text(Tag.StudyDate)).contains("20260104");
    assertThat(header.text(Tag.BodyPartExamined)).contains("KNEE");
    assertThat(header.text(Tag.ConversionType)).contains("DI");
    assertThat(header.text(Tag.DateOfSecondaryCapture)).contains("20260105");
    assertThat(header.text(Tag.PresentationIntentType)).isEmpty();
    assertThat(header.text(Tag.PatientName)).isEmpty();
    assertThat(header.text(Tag.LossyImageCompression)).isEmpty();
    assertThat(OwnResults.isOwn(header)).isFalse();
  }

  @Test
  void a_jpeg_says_that_something_was_lost() throws IOException {
    FilmHeader header =
        object(picture("jpeg", BufferedImage.TYPE_BYTE_GRAY), PictureStatement.NOTHING).header();

    assertThat(header.text(Tag.LossyImageCompression)).contains("01");
    assertThat(header.text(Tag.LossyImageCompressionMethod)).contains("ISO_10918_1");
  }

  @Test
  void the_same_picture_is_the_same_object_and_another_statement_another_one() throws IOException {
    byte[] picture = picture("png", BufferedImage.TYPE_BYTE_GRAY);
    String uid = object(picture, STATED).header().sopInstanceUid();

    assertThat(object(picture, STATED).header().sopInstanceUid()).isEqualTo(uid);
    assertThat(object(picture, PictureStatement.NOTHING).header().sopInstanceUid())
        .isNotEqualTo(uid);
  }

  @Test
  void only_its_own_mark_tells_it_from_what_others_capture() throws IOException {
    FilmHeader ours = object(picture("png", BufferedImage.TYPE_BYTE_GRAY), STATED).header();
    Attributes foreign = ours.attributes();
    foreign.setString(Tag.SecondaryCaptureDeviceManufacturer, VR.LO, "Somebody");

    assertThat(PictureObject.isOne(ours)).isTrue();
    assertThat(PictureObject.isOne(FilmHeader.of(foreign))).isFalse();
    assertThat(new FilmGate(GateConfiguration.defaults()).refusal(FilmHeader.of(foreign)))
        .isPresent();
  }

  @Test
  void a_picture_that_declares_more_pixels_than_a_film_is_refused_before_it_is_decoded()
      throws IOException {
    byte[] picture = picture("png", BufferedImage.TYPE_BYTE_GRAY);
    // Width and height stand at 16 and 20 of the header (PNG, 11.2.2), its sum at 29.
    picture[17] = 1;
    picture[21] = 1;
    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
    sum.update(picture, 12, 17);
    java.nio.ByteBuffer.wrap(picture).putInt(29, (int) sum.getValue());

    assertThatThrownBy(() -> PictureObject.file(picture, STATED, NOW))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("40 million pixels");
  }

  @Test
  void a_statement_that_DICOM_cannot_hold_is_refused() {
    assertThatThrownBy(
            () ->
                new PictureStatement(
                    "A\\B",
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessageContaining("no backslash");
    assertThatThrownBy(
            () ->
                new PictureStatement(
                    "", OptionalInt.of(121), Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessageContaining("0 to 120");
  }

  @Test
  void dciodvfy_finds_no_error(@TempDir Path folder) throws Exception {
    Path program = Path.of("/usr/bin/dciodvfy");
    assumeTrue(Files.isExecutable(program), program + " is not installed");
    for (String format : new String[] {"png", "jpeg"}) {
      Path file = folder.resolve(format + ".dcm");
      Files.write(
          file, PictureObject.file(picture(format, BufferedImage.TYPE_BYTE_GRAY), STATED, NOW));
      Process check =
          new ProcessBuilder(program.toString(), file.toString()).redirectErrorStream(true).start();
      String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(said).contains("SCImage").doesNotContain("Error -");
    }
  }
}
