package org.strnet.provenance;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Where a bundle's 8-bit network comes from: enough to make it again from the other network.
 *
 * @param cohortHash SHA-256 of the cohort file whose training films gave the ranges
 * @param films how many of them were run, at least 1
 * @param floatNetwork SHA-256 of the network it was made from
 * @param int8Network SHA-256 of the network that was made
 * @param agreement with the network it was made from
 * @param date the day it was made
 * @param command the command that was run
 */
public record QuantisationProvenance(
    String cohortHash,
    int films,
    String floatNetwork,
    String int8Network,
    PrecisionAgreement agreement,
    LocalDate date,
    String command) {

  /** Checks the hashes and the number of films. */
  public QuantisationProvenance {
    requireHash("cohort hash", cohortHash);
    requireHash("hash of the float network", floatNetwork);
    requireHash("hash of the int8 network", int8Network);
    if (films < 1) {
      throw new IllegalArgumentException("films must be at least 1, found " + films);
    }
    Objects.requireNonNull(agreement);
    Objects.requireNonNull(date);
    Objects.requireNonNull(command);
  }

  private static void requireHash(String name, String found) {
    if (!Sha256.isHash(found)) {
      throw new IllegalArgumentException(
          name + " must be 64 lower-case hexadecimal digits, found " + found);
    }
  }
}
