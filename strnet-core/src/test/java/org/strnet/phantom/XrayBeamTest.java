package org.strnet.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class XrayBeamTest {

  /** 0.6655 x 1.92 = 1.27776 per cm; 10 mm of bone alone pass exp(-1.27776) = 0.27866. */
  @Test
  void a_centimetre_of_cortical_bone_passes_28_percent_at_40_keV() {
    assertThat(XrayBeam.KEV_40.transmission(10, 0, 0)).isCloseTo(0.27866, within(1e-5));
  }

  /** 0.2688 x 1.06 = 0.284928 and 0.2396 x 0.95 = 0.22762 per cm; 8 cm and 2 cm of them. */
  @Test
  void integrals_of_tissues_add() {
    assertThat(XrayBeam.KEV_40.lineIntegral(0, 80, 20)).isCloseTo(2.734664, within(1e-9));
    assertThat(XrayBeam.KEV_40.transmission(5, 80, 20))
        .isCloseTo(Math.exp(-2.734664 - 0.63888), within(1e-9));
  }
}
