package org.strnet.dicom.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreStatusTest {

  @ParameterizedTest
  @CsvSource({
    "0000,STORED",
    "0111,STORED",
    "B000,STORED",
    "B007,STORED",
    "A700,LATER",
    "A7FF,LATER",
    "0110,LATER",
    "0124,LATER",
    "0213,LATER",
    "A900,REFUSED",
    "C000,REFUSED",
    "C123,REFUSED",
    "0122,REFUSED",
    "FFFF,REFUSED"
  })
  void a_status_means_what_the_standard_says(String status, StoreStatus meaning) {
    assertThat(StoreStatus.of(Integer.parseInt(status, 16))).isEqualTo(meaning);
  }
}
