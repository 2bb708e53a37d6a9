package org.strnet.dicom.node.intake;

import java.util.Objects;
import java.util.Set;

/**
 * What is taken, and until when.
 *
 * @param sopClasses UIDs of accepted SOP classes
 * @param transferSyntaxes UIDs of accepted transfer syntaxes
 * @param largestObject bytes of a file
 * @param freeSpaceFloor bytes that must stay free on the disk
 * @param longestQueue objects that may wait
 */
public record IntakeRules(
    Set<String> sopClasses,
    Set<String> transferSyntaxes,
    long largestObject,
    long freeSpaceFloor,
    long longestQueue) {

  /** Copies the sets and checks the limits. */
  public IntakeRules {
    sopClasses = Set.copyOf(sopClasses);
    transferSyntaxes = Set.copyOf(transferSyntaxes);
    Objects.requireNonNull(transferSyntaxes);
    if (largestObject < 1 || freeSpaceFloor < 0 || longestQueue < 1) {
      throw new IllegalArgumentException(
          "limits are positive, found %d, %d, %d"
              .formatted(largestObject, freeSpaceFloor, longestQueue));
    }
  }
}
