package org.strnet.dicom.node.configuration;

import java.util.List;
import java.util.Set;
import org.strnet.dicom.node.intake.IntakeRules;
import org.strnet.dicom.node.receive.AcceptedSyntaxes;
import org.strnet.dicom.sealing.AesGcmSealing;
import org.strnet.dicom.sealing.Sealing;
import org.strnet.provenance.BadInputException;

/**
 * What is taken and kept.
 *
 * @param sopClasses UIDs of accepted SOP classes
 * @param largestObjectMebibytes most bytes of one object, in 2^20
 * @param freeSpaceFloorMebibytes bytes that must stay free on the disk, in 2^20
 * @param longestQueue objects that may wait
 * @param keepHours how long files stay after everything was delivered
 * @param keyFile file with the key that objects and results are encrypted with; empty: in the clear
 */
public record StorageConfiguration(
    List<String> sopClasses,
    int largestObjectMebibytes,
    int freeSpaceFloorMebibytes,
    int longestQueue,
    double keepHours,
    String keyFile) {

  /** Checks the ranges. */
  public StorageConfiguration {
    sopClasses = List.copyOf(sopClasses);
    Checks.range("storage.sopClasses' number", sopClasses.size(), 1, 100);
    sopClasses.forEach(uid -> Checks.name("storage.sopClasses", uid, 64));
    Checks.range("storage.largestObjectMebibytes", largestObjectMebibytes, 1, 4096);
    Checks.range("storage.freeSpaceFloorMebibytes", freeSpaceFloorMebibytes, 0, 1 << 24);
    Checks.range("storage.longestQueue", longestQueue, 1, 10_000_000);
    Checks.range("storage.keepHours", keepHours, 0, 24 * 3660);
  }

  /**
   * How objects and results are kept.
   *
   * @throws BadInputException if the key's file cannot be read or holds no key
   */
  public Sealing sealing() {
    try {
      return Checks.secret("storage.keyFile", keyFile)
          .<Sealing>map(AesGcmSealing::ofBase64)
          .orElse(Sealing.NONE);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(keyFile, "storage.keyFile: " + e.getMessage(), e);
    }
  }

  /** The same for the intake, with every transfer syntax that the reader knows. */
  public IntakeRules rules() {
    return new IntakeRules(
        Set.copyOf(sopClasses),
        Set.copyOf(AcceptedSyntaxes.uids()),
        (long) largestObjectMebibytes << 20,
        (long) freeSpaceFloorMebibytes << 20,
        longestQueue);
  }
}
