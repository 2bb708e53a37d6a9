package org.strnet.server.operation;

import java.util.Objects;
import org.strnet.provenance.Sha256;

/**
 * A file in a backup.
 *
 * @param name path in the folder, with slashes
 * @param sha256 of its bytes
 */
record BackupEntry(String name, String sha256) {

  /** Checks both. */
  BackupEntry {
    Objects.requireNonNull(name);
    if (!Sha256.isHash(sha256)) {
      throw new IllegalArgumentException("a file of a backup has a SHA-256");
    }
  }
}
