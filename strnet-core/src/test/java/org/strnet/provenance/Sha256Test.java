package org.strnet.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class Sha256Test {

  /** FIPS 180-4, example of one block. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void the_standards_example_has_its_hash() {
    assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII))).isEqualTo(ABC);
  }

  @Test
  void a_hash_is_64_lower_case_digits() {
    assertThat(Sha256.isHash(ABC)).isTrue();
    assertThat(Sha256.isHash(ABC.toUpperCase(Locale.ROOT))).isFalse();
    assertThat(Sha256.isHash(ABC.substring(1))).isFalse();
  }
}
