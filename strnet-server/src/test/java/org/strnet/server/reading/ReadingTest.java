package org.strnet.server.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.strnet.decision.Decision;

class ReadingTest {

  private static Reading reading(ReadingAction action, Optional<Decision> decision, String reason) {
    return new Reading("1", "film", "result", Instant.EPOCH, "r", action, decision, reason);
  }

  @Test
  void who_overrules_says_what_holds_and_why() {
    Reading reading =
        reading(ReadingAction.OVERRULE, Optional.of(Decision.REFER), "  thin cortex ");
    assertThat(reading.reason()).isEqualTo("thin cortex");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reading(ReadingAction.OVERRULE, Optional.empty(), "why"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reading(ReadingAction.OVERRULE, Optional.of(Decision.REFER), " "))
        .withMessage("a reason is required");
  }

  @Test
  void a_film_that_is_not_assessable_has_a_reason_and_no_decision() {
    assertThat(reading(ReadingAction.NOT_ASSESSABLE, Optional.empty(), "blurred").reason())
        .isEqualTo("blurred");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> reading(ReadingAction.NOT_ASSESSABLE, Optional.of(Decision.REFER), "blurred"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reading(ReadingAction.NOT_ASSESSABLE, Optional.empty(), ""));
  }

  @Test
  void a_confirmation_needs_no_reason_and_a_novel_is_none() {
    assertThat(reading(ReadingAction.CONFIRM, Optional.of(Decision.REFER), "").reason()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> reading(ReadingAction.CONFIRM, Optional.of(Decision.REFER), "x".repeat(1025)))
        .withMessageContaining("1024");
  }
}
