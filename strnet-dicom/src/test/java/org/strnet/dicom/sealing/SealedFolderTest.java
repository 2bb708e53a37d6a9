package org.strnet.dicom.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.provenance.BadInputException;

class SealedFolderTest {

  @TempDir Path folder;

  private final byte[] object = new byte[200];

  SealedFolderTest() {
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, object, 128, 4);
  }

  private static Sealing key(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return new AesGcmSealing(key);
  }

  private void prepare(Sealing sealing) throws IOException {
    SealedFolder.prepare(
        folder, List.of(folder), sealing, file -> String.valueOf(file.getFileName()));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void a_folder_without_a_key_is_left_as_it_is() throws IOException {
    Path film = file("film", object);
    prepare(Sealing.NONE);
    assertThat(Files.readAllBytes(film)).isEqualTo(object);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(film);
    }
  }

  @Test
  void a_sealed_folder_opens_with_its_key_and_with_no_other() throws IOException {
    prepare(key(1));
    prepare(key(1));
    assertThatThrownBy(() -> prepare(key(2)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("encrypted with another key");
    assertThatThrownBy(() -> prepare(Sealing.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("their key is needed");
  }

  @Test
  void a_first_key_seals_what_lies_in_the_clear_and_goes_on_after_an_end_in_the_middle()
      throws IOException {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    Path first = file("first", object);
    Path second = file("second", picture);
    file("third.part", object);
    Files.write(first, key(1).seal(object, "first")); // The start before this one came so far.
    prepare(key(1));
    assertThat(key(1).open(Files.readAllBytes(first), "first")).isEqualTo(object);
    assertThat(key(1).open(Files.readAllBytes(second), "second")).isEqualTo(picture);
    assertThat(Files.readAllBytes(folder.resolve("third.part"))).isEqualTo(object);
  }

  @Test
  void a_file_sealed_with_another_key_before_there_were_marks_is_not_sealed_twice()
      throws IOException {
    byte[] sealed = key(1).seal(object, "film");
    Path film = file("film", sealed);
    assertThatThrownBy(() -> prepare(key(2)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("must be in the clear or encrypted with the key given");
    assertThat(Files.readAllBytes(film)).isEqualTo(sealed);
    prepare(key(1));
    assertThat(key(1).open(Files.readAllBytes(film), "film")).isEqualTo(object);
  }

  @Test
  void bytes_sealed_one_after_the_other_open_as_those_sealed_at_once() throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = key(1).sealing(sealed, "film")) {
      out.write(object[0]);
      out.write(object, 1, 150);
      out.write(object, 151, 49);
    }
    assertThat(key(1).open(sealed.toByteArray(), "film")).isEqualTo(object);
    byte[] cut = Arrays.copyOf(sealed.toByteArray(), 100);
    assertThatThrownBy(() -> key(1).open(cut, "film")).isInstanceOf(BrokenSealException.class);
    assertThatThrownBy(() -> key(1).open(sealed.toByteArray(), "another"))
        .isInstanceOf(BrokenSealException.class);
  }

  @Test
  void a_key_is_thirty_two_bytes_in_base64() {
    String text = Base64.getEncoder().encodeToString(new byte[32]) + "\n";
    Sealing sealing = AesGcmSealing.ofBase64(text);
    assertThat(sealing.open(sealing.seal(object, "a"), "a")).isEqualTo(object);
    assertThatThrownBy(() -> AesGcmSealing.ofBase64("not a key"))
        .hasMessage("a key is 32 bytes in Base64, found another text");
    assertThatThrownBy(() -> AesGcmSealing.ofBase64("AAAA"))
        .hasMessage("a key has 32 bytes, found 3");
  }
}
