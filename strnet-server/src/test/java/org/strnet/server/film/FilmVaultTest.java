package org.strnet.server.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.strnet.dicom.sealing.AesGcmSealing;
import org.strnet.dicom.sealing.BrokenSealException;

class FilmVaultTest {

  private static final byte[] FILM = "a film of a patient".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private static byte[] key(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return key;
  }

  private FilmVault vault(int key) {
    return new FilmVault(folder, new AesGcmSealing(key(key)));
  }

  private Path file(String name) {
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  @Test
  void what_is_kept_comes_back_and_is_not_readable_on_disk() throws IOException {
    String name = vault(1).keep(FILM);
    assertThat(vault(1).bytes(name)).isEqualTo(FILM);
    assertThat(new String(Files.readAllBytes(file(name)), StandardCharsets.ISO_8859_1))
        .doesNotContain("patient");
    assertThat(Files.size(file(name))).isEqualTo(12 + FILM.length + 16);
    assertThat(Files.readAllBytes(file(vault(1).keep(FILM))))
        .as("the same bytes are another file")
        .isNotEqualTo(Files.readAllBytes(file(name)));
  }

  @Test
  void a_file_with_one_changed_bit_or_cut_short_is_refused() throws IOException {
    String name = vault(1).keep(FILM);
    byte[] sealed = Files.readAllBytes(file(name));
    for (int position : new int[] {0, 12, sealed.length - 1}) {
      byte[] changed = sealed.clone();
      changed[position] ^= 1;
      Files.write(file(name), changed);
      assertThatThrownBy(() -> vault(1).bytes(name)).hasMessageContaining("was changed");
    }
    for (int length : new int[] {0, 5, 12, sealed.length - 1}) {
      Files.write(file(name), java.util.Arrays.copyOf(sealed, length));
      assertThatThrownBy(() -> vault(1).bytes(name)).isInstanceOf(BrokenSealException.class);
    }
  }

  @Test
  void a_file_under_the_name_of_another_is_refused() throws IOException {
    String first = vault(1).keep(FILM);
    String second = vault(1).keep("another film".getBytes(StandardCharsets.US_ASCII));
    Files.copy(file(first), file(second), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> vault(1).bytes(second)).hasMessageContaining("was changed");
    assertThat(vault(1).bytes(first)).isEqualTo(FILM);
  }

  @Test
  void another_key_opens_nothing_and_a_key_of_another_length_is_none() {
    String name = vault(1).keep(FILM);
    assertThatThrownBy(() -> vault(2)).hasMessageContaining("another key");
    assertThat(vault(1).bytes(name)).isEqualTo(FILM);
    assertThatThrownBy(() -> new AesGcmSealing(new byte[16]))
        .hasMessage("a key has 32 bytes, found 16");
  }

  @Test
  void names_that_were_not_generated_reach_no_file() {
    assertThatThrownBy(() -> vault(1).bytes("../../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> vault(1).delete("")).isInstanceOf(IllegalArgumentException.class);
  }
}
