package org.strnet.dicom.gate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.dicom.film.PatientFacts;
import org.strnet.radiograph.NotAssessable;
import org.strnet.radiograph.NotAssessable.Reason;

/** Whether the patient is old enough for the classes of the WHO. The age itself is not told. */
final class AgeCheck implements HeaderCheck {

  private final GateConfiguration.Age rules;

  AgeCheck(GateConfiguration configuration) {
    this.rules = configuration.age();
  }

  @Override
  public Optional<NotAssessable> refusal(FilmHeader header) {
    OptionalDouble age = PatientFacts.age(header);
    if (age.isEmpty()) {
      return rules.missing() == Policy.ACCEPT
          ? Optional.empty()
          : Refusals.because(Reason.AGE_UNKNOWN, "the age must be known, the header does not tell");
    }
    return age.getAsDouble() >= rules.least()
        ? Optional.empty()
        : Refusals.because(
            Reason.AGE_BELOW_LIMIT,
            "the patient must be at least %d, found younger",
            rules.least());
  }
}
