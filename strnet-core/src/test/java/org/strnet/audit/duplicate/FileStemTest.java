package org.strnet.audit.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileStemTest {

  @Test
  void variants_of_one_film_have_its_stem() {
    for (String variant :
        List.of(
            "k012_rot90.png",
            "k012 (1).jpg",
            "k012_flip.png",
            "aug_3_k012.png",
            "Copy of K012.png",
            "k012 - copy.png",
            "k012_hflip_bright.png",
            "train/k012_rotated_15.png",
            "k012-zoom1.2.png")) {
      assertThat(FileStem.of(variant).changed()).as(variant).isTrue();
    }
    for (String variant : List.of("k012_rot90.png", "k012 (1).jpg", "aug_3_k012.png")) {
      assertThat(FileStem.of(variant).stem()).isEqualTo("k012");
    }
  }

  @Test
  void ordinary_names_stay_as_they_are() {
    for (String image :
        List.of("images/k012.jpg", "OS 12.png", "p_0012_left.png", "knee.2021.png")) {
      assertThat(FileStem.of(image).changed()).as(image).isFalse();
    }
  }

  @Test
  void a_family_needs_a_changed_name() {
    assertThat(FileStem.families(List.of("a/12.png", "b/12.png"))).isEmpty();
    assertThat(FileStem.families(List.of("12.png", "13.png", "12_rot90.png")))
        .containsExactly(List.of(0, 2));
  }
}
