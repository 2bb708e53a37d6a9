package org.strnet.dicom.node.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.node.Stage;
import org.strnet.dicom.node.TestObjects;
import org.strnet.dicom.node.queue.Admission;
import org.strnet.dicom.node.queue.ObjectState;

class IntakeTest {

  @TempDir Path root;

  private static InputStream stream(byte[] file) {
    return new ByteArrayInputStream(file);
  }

  private static Refusal refusal(Intake intake, byte[] file) {
    return catchThrowableOfType(IntakeException.class, () -> intake.take(stream(file))).refusal();
  }

  private long files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files.count();
    }
  }

  @Test
  void an_object_is_on_disk_byte_for_byte_and_in_the_queue() throws Exception {
    byte[] file = TestObjects.small(1);
    try (Stage stage = new Stage(root)) {
      assertThat(stage.intake.take(stream(file)).admission()).isEqualTo(Admission.NEW);
      List<String> names = stage.folder.objectNames();
      assertThat(names).hasSize(1);
      assertThat(Files.readAllBytes(stage.folder.object(names.get(0)))).isEqualTo(file);
      assertThat(names.get(0)).doesNotContain("1.2.826").doesNotContain("PHANTOM");
      assertThat(stage.queue.waiting()).isEqualTo(1);
      assertThat(files("incoming")).isZero();
    }
  }

  @Test
  void the_same_object_again_is_acknowledged_and_not_queued() throws Exception {
    try (Stage stage = new Stage(root)) {
      stage.intake.take(stream(TestObjects.small(1)));
      assertThat(stage.intake.take(stream(TestObjects.small(1))).admission())
          .isEqualTo(Admission.KNOWN);
      assertThat(stage.ledger.counts().objects(ObjectState.RECEIVED)).isEqualTo(1);
      assertThat(files("incoming")).isZero();
    }
  }

  @Test
  void the_same_pixels_in_another_byte_order_of_tags_are_the_same_object() throws Exception {
    Attributes film = TestObjects.film(1, 64, 1);
    try (Stage stage = new Stage(root)) {
      stage.intake.take(stream(TestObjects.file(film, "1.2.840.10008.1.2")));
      assertThat(
              stage
                  .intake
                  .take(stream(TestObjects.file(film, "1.2.840.10008.1.2.1.99")))
                  .admission())
          .isEqualTo(Admission.KNOWN);
    }
  }

  @Test
  void other_pixels_under_a_known_uid_are_refused_and_the_first_object_stays() throws Exception {
    byte[] first = TestObjects.small(1);
    byte[] other = TestObjects.file(TestObjects.film(1, 64, 99), TestObjects.EXPLICIT);
    try (Stage stage = new Stage(root)) {
      stage.intake.take(stream(first));
      assertThat(refusal(stage.intake, other)).isEqualTo(Refusal.CONFLICT);
      assertThat(Refusal.CONFLICT.status()).isEqualTo(0x0111);
      assertThat(stage.ledger.counts().conflicts()).isEqualTo(1);
      String name = stage.folder.objectNames().get(0);
      assertThat(Files.readAllBytes(stage.folder.object(name))).isEqualTo(first);
      assertThat(files("objects")).isEqualTo(1);
    }
  }

  @Test
  void the_floor_of_free_space_refuses_until_there_is_room() throws Exception {
    long[] free = {1000};
    try (Stage stage = new Stage(root, Stage.LARGEST, 10, () -> free[0])) {
      assertThat(refusal(stage.intake, TestObjects.small(1))).isEqualTo(Refusal.OUT_OF_SPACE);
      free[0] = Long.MAX_VALUE;
      assertThat(stage.intake.take(stream(TestObjects.small(1))).admission())
          .isEqualTo(Admission.NEW);
    }
  }

  @Test
  void a_full_queue_refuses_with_out_of_resources() throws Exception {
    try (Stage stage = new Stage(root, Stage.LARGEST, 2, () -> Long.MAX_VALUE)) {
      stage.intake.take(stream(TestObjects.small(1)));
      stage.intake.take(stream(TestObjects.small(2)));
      assertThat(refusal(stage.intake, TestObjects.small(3))).isEqualTo(Refusal.BEHIND);
      assertThat(Refusal.BEHIND.status()).isEqualTo(0xA700);
    }
  }

  @Test
  void an_object_longer_than_allowed_leaves_nothing_behind() throws Exception {
    try (Stage stage = new Stage(root, 5000, 10, () -> Long.MAX_VALUE)) {
      assertThat(refusal(stage.intake, TestObjects.small(1))).isEqualTo(Refusal.TOO_LARGE);
      assertThat(files("incoming")).isZero();
      assertThat(files("objects")).isZero();
    }
  }

  @Test
  void a_deflated_bomb_is_refused_by_its_inflated_size() throws Exception {
    Attributes film = TestObjects.film(1, 64, 1);
    film.setBytes(Tag.PixelData, VR.OW, new byte[4 << 20]);
    byte[] file = TestObjects.file(film, "1.2.840.10008.1.2.1.99");
    assertThat(file.length).isLessThan(100_000);
    try (Stage stage = new Stage(root, 1 << 20, 10, () -> Long.MAX_VALUE)) {
      assertThat(refusal(stage.intake, file)).isEqualTo(Refusal.UNREADABLE);
    }
  }

  @Test
  void a_meta_header_of_another_object_is_a_mismatch() throws Exception {
    Attributes film = TestObjects.film(1, 64, 1);
    Attributes meta = film.createFileMetaInformation(TestObjects.EXPLICIT);
    meta.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, TestObjects.uid(2));
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (var out =
        new org.aoju.bus.image.galaxy.io.ImageOutputStream(bytes, TestObjects.EXPLICIT)) {
      out.writeDataset(meta, film);
    }
    try (Stage stage = new Stage(root)) {
      assertThat(refusal(stage.intake, bytes.toByteArray())).isEqualTo(Refusal.MISMATCH);
      assertThat(Refusal.MISMATCH.status()).isEqualTo(0xA900);
    }
  }

  @Test
  void truncated_and_scrambled_objects_are_unreadable_or_taken_and_never_a_fault()
      throws Exception {
    byte[] file = TestObjects.small(1);
    Random random = new Random(5);
    try (Stage stage = new Stage(root)) {
      for (int i = 0; i < 60; i++) {
        byte[] cut = Arrays.copyOf(file, random.nextInt(file.length));
        assertThat(refusal(stage.intake, cut)).isEqualTo(Refusal.UNREADABLE);
      }
      for (int i = 0; i < 300; i++) {
        byte[] scrambled = file.clone();
        for (int k = 0; k < 4; k++) {
          scrambled[random.nextInt(900)] = (byte) random.nextInt();
        }
        try {
          stage.intake.take(stream(scrambled));
        } catch (IntakeException e) {
          assertThat(e.refusal().isTransient()).isFalse();
        }
      }
      assertThat(files("incoming")).isZero();
    }
  }

  @Test
  void files_that_the_database_does_not_know_are_added_and_parts_are_dropped() throws Exception {
    byte[] file = TestObjects.small(1);
    try (Stage stage = new Stage(root)) {
      stage.intake.take(stream(TestObjects.small(2)));
      // As after a crash between the rename and the commit, and one while receiving.
      Files.write(stage.folder.object("0123456789abcdef-lost.dcm"), file);
      Files.write(stage.folder.object("0123456789abcdef-bad.dcm"), new byte[500]);
      Files.write(root.resolve("incoming/9.part"), new byte[10]);
    }
    try (Stage stage = new Stage(root)) {
      assertThat(new Recovery(stage.folder, stage.queue).run()).isEqualTo(1);
      assertThat(new Recovery(stage.folder, stage.queue).run()).isZero();
      assertThat(stage.queue.waiting()).isEqualTo(2);
      assertThat(files("incoming")).isZero();
      assertThat(stage.folder.objectNames()).contains("0123456789abcdef-bad.dcm.unreadable");
      assertThat(stage.intake.take(stream(file)).admission()).isEqualTo(Admission.KNOWN);
    }
  }
}
