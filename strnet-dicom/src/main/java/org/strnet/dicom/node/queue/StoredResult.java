package org.strnet.dicom.node.queue;

import java.util.List;
import java.util.Objects;
import org.strnet.dicom.result.ResultKind;

/**
 * A result whose file is safely in {@code results/}.
 *
 * @param kind what it is
 * @param sopClassUid its SOP class
 * @param sopInstanceUid its identity
 * @param fileName its file
 * @param destinations names of those that are to hold it
 */
public record StoredResult(
    ResultKind kind,
    String sopClassUid,
    String sopInstanceUid,
    String fileName,
    List<String> destinations) {

  /** Copies the list. */
  public StoredResult {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(sopClassUid);
    Objects.requireNonNull(sopInstanceUid);
    Objects.requireNonNull(fileName);
    destinations = List.copyOf(destinations);
  }
}
