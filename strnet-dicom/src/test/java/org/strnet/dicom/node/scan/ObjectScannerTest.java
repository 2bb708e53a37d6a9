package org.strnet.dicom.node.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.Programs;
import org.strnet.dicom.node.TestObjects;

class ObjectScannerTest {

  private static final Path REAL = Path.of("../../shared/data/dicom-wg04");
  private static final long LIMIT = 1L << 28;

  @TempDir Path root;

  private static ScannedObject scan(byte[] file) throws IOException {
    return ObjectScanner.scan(new ByteArrayInputStream(file), LIMIT);
  }

  /** Two sequences, one in the other, before the pixels. */
  private static Attributes nested() {
    Attributes film = TestObjects.film(1, 64, 1);
    Sequence outer = film.newSequence(Tag.AnatomicRegionSequence, 1);
    Attributes item = new Attributes();
    item.setString(Tag.SOPInstanceUID, VR.UI, "1.9.9");
    item.newSequence(Tag.AnatomicRegionModifierSequence, 1).add(new Attributes());
    outer.add(item);
    return film;
  }

  @Test
  void the_hash_is_that_of_the_pixel_bytes_in_every_little_endian_syntax() throws Exception {
    Attributes film = nested();
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(film.getBytes(Tag.PixelData)));
    for (String syntax :
        List.of("1.2.840.10008.1.2", TestObjects.EXPLICIT, "1.2.840.10008.1.2.1.99")) {
      ScannedObject scanned = scan(TestObjects.file(film, syntax));
      assertThat(scanned.pixelHash()).as(syntax).isEqualTo(hash);
      assertThat(scanned.sopInstanceUid()).isEqualTo(TestObjects.uid(1));
      assertThat(scanned.sopClassUid()).isEqualTo(TestObjects.CR);
      assertThat(scanned.transferSyntaxUid()).isEqualTo(syntax);
      assertThat(scanned.metaAgrees()).isTrue();
    }
  }

  @Test
  void big_endian_and_compressed_films_of_dcmtk_are_read() throws Exception {
    Path film =
        Files.write(root.resolve("film.dcm"), TestObjects.file(nested(), TestObjects.EXPLICIT));
    for (List<String> command :
        List.of(
            List.of("dcmconv", "+tb"),
            List.of("dcmconv", "+ti", "+e"),
            List.of("dcmconv", "+te", "-e"),
            List.of("dcmcrle"),
            List.of("dcmcjpls"),
            List.of("dcmcjpeg", "+e1"))) {
      Programs.require(command.get(0));
      Path out = root.resolve("out.dcm");
      List<String> line = new java.util.ArrayList<>(command);
      line.addAll(List.of(film.toString(), out.toString()));
      assertThat(Programs.run(root.resolve("log"), line)).as("%s", command).isZero();
      ScannedObject scanned = scan(Files.readAllBytes(out));
      assertThat(scanned.sopInstanceUid()).as("%s", command).isEqualTo(TestObjects.uid(1));
      assertThat(scanned.metaAgrees()).isTrue();
    }
  }

  @Test
  void real_objects_are_named_as_the_toolkit_names_them() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(REAL), REAL + " is absent");
    List<Path> files;
    try (Stream<Path> all = Files.walk(REAL)) {
      files = all.filter(path -> path.toString().matches(".*\\.(dcm|DCM)")).toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file);
          ImageInputStream toolkit = new ImageInputStream(file.toFile())) {
        ScannedObject scanned = ObjectScanner.scan(in, LIMIT);
        Attributes header = toolkit.readDataset(-1, Tag.PixelData);
        assertThat(scanned.sopClassUid()).isEqualTo(header.getString(Tag.SOPClassUID));
        assertThat(scanned.sopInstanceUid()).isEqualTo(header.getString(Tag.SOPInstanceUID));
      }
    }
  }

  @Test
  void endless_nesting_is_refused() {
    byte[] head = TestObjects.small(1);
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    bytes.write(head, 0, head.length);
    for (int i = 0; i < 100_000; i++) {
      // An unknown element of undefined length, an item of undefined length in it.
      bytes.writeBytes(HexFormat.of().parseHex("01100110" + "53510000" + "ffffffff"));
      bytes.writeBytes(HexFormat.of().parseHex("feff00e0" + "ffffffff"));
    }
    assertThatThrownBy(() -> scan(bytes.toByteArray()))
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining("nested");
  }

  @Test
  void a_file_without_the_magic_word_is_refused() {
    assertThatThrownBy(() -> scan(new byte[1000]))
        .isInstanceOf(MalformedObjectException.class)
        .hasMessageContaining("DICM");
  }
}
