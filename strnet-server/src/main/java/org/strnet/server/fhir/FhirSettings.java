package org.strnet.server.fhir;

import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code strnet.fhir}.
 *
 * @param patientSystem system of the patients' identifiers, as a URI; none is stated without it
 * @param pushUrl base address of a FHIR server that results are sent to; none without it
 * @param pushToken bearer token for it
 * @param pushFirstPauseSeconds pause after a first failure, doubled with each further one; 10
 * @param pushLongestPauseSeconds longest pause; 3600
 */
@ConfigurationProperties("strnet.fhir")
record FhirSettings(
    Optional<String> patientSystem,
    Optional<String> pushUrl,
    Optional<String> pushToken,
    Optional<Double> pushFirstPauseSeconds,
    Optional<Double> pushLongestPauseSeconds) {

  FhirSettings {
    Objects.requireNonNull(patientSystem);
    if (pushUrl.isPresent() && !pushUrl.get().matches("https?://\\S{1,500}")) {
      throw new IllegalArgumentException("strnet.fhir.push-url begins with https:// or http://");
    }
  }
}
