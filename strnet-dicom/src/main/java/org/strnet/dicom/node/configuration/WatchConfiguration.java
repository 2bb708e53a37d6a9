package org.strnet.dicom.node.configuration;

/**
 * A folder whose files are taken as they appear. They are copied; the originals are never changed.
 *
 * @param folder its path
 * @param everySeconds between two looks
 * @param stableSeconds a file is complete when its size did not change for so long
 */
public record WatchConfiguration(String folder, double everySeconds, double stableSeconds) {

  /** Checks the ranges. */
  public WatchConfiguration {
    Checks.name("watched.folder", folder, 4096);
    Checks.range("watched.everySeconds", everySeconds, 0.05, 60);
    Checks.range("watched.stableSeconds", stableSeconds, 0, 86400);
  }
}
