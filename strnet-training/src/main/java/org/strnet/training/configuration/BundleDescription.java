package org.strnet.training.configuration;

import java.util.Objects;

/**
 * What a bundle's card and reports say of it.
 *
 * @param cohort name of the training films
 * @param terms under which they may be used
 * @param referenceStandard how the third head's target was measured
 * @param intendedUse what the bundle is for
 */
public record BundleDescription(
    String cohort, String terms, String referenceStandard, String intendedUse) {

  /** Nothing may be left out. */
  public BundleDescription {
    Objects.requireNonNull(cohort);
    Objects.requireNonNull(terms);
    Objects.requireNonNull(referenceStandard);
    Objects.requireNonNull(intendedUse);
  }
}
