package org.strnet.provenance;

import java.util.Objects;

/**
 * The bundle whose network a training went on from.
 *
 * @param name its name
 * @param sha256 its identity
 */
public record ParentBundle(String name, String sha256) {

  /** Checks the hash. */
  public ParentBundle {
    Objects.requireNonNull(name);
    if (!Sha256.isHash(sha256)) {
      throw new IllegalArgumentException(
          "a bundle's hash must be 64 lower-case hexadecimal digits, found " + sha256);
    }
  }
}
