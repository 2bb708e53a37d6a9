package org.strnet.provenance;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a network comes from: enough to train it again.
 *
 * @param cohortHash SHA-256 of the cohort file
 * @param splitHash SHA-256 of the assignment of films to training, validation and folds
 * @param seed seed of every random choice
 * @param configuration the whole effective configuration, as text
 * @param sourceCommit commit of the program, or {@code unknown} where it was built without one
 * @param libraries versions of the libraries that computed it, by name
 * @param date the day training ended
 * @param command the command that was run
 * @param acceptedLeaks leaks between the sides of the split that the run was told to go on with
 * @param parent the bundle that training went on from; empty where it began with none
 */
public record TrainingProvenance(
    String cohortHash,
    String splitHash,
    long seed,
    String configuration,
    String sourceCommit,
    Map<String, String> libraries,
    LocalDate date,
    String command,
    Optional<String> acceptedLeaks,
    Optional<ParentBundle> parent) {

  /** A network of a cohort without known leaks, of no other bundle. */
  public TrainingProvenance(
      String cohortHash,
      String splitHash,
      long seed,
      String configuration,
      String sourceCommit,
      Map<String, String> libraries,
      LocalDate date,
      String command) {
    this(
        cohortHash,
        splitHash,
        seed,
        configuration,
        sourceCommit,
        libraries,
        date,
        command,
        Optional.empty(),
        Optional.empty());
  }

  /** Copies the map, sorted by name, and checks the hashes. */
  public TrainingProvenance {
    requireHash("cohort hash", cohortHash);
    requireHash("split hash", splitHash);
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(sourceCommit);
    Objects.requireNonNull(date);
    Objects.requireNonNull(command);
    Objects.requireNonNull(acceptedLeaks);
    Objects.requireNonNull(parent);
    libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
  }

  private static void requireHash(String name, String found) {
    if (!Sha256.isHash(found)) {
      throw new IllegalArgumentException(
          name + " must be 64 lower-case hexadecimal digits, found " + found);
    }
  }
}
