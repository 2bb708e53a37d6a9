package org.strnet.dicom.send;

import java.util.Objects;
import java.util.Set;
import org.strnet.dicom.result.ResultKind;
import org.strnet.provenance.BadInputException;

/**
 * Where results go.
 *
 * @param name what the site calls it, in logs and in the queue; not empty
 * @param peer how it is reached
 * @param kinds which objects it takes, at least one
 */
public record Destination(String name, Peer peer, Set<ResultKind> kinds) {

  /** Copies the set and checks that both name and kinds are there. */
  public Destination {
    Objects.requireNonNull(peer);
    kinds = Set.copyOf(kinds);
    if (name.isBlank()) {
      throw new BadInputException("destination", "must have a name, found none");
    }
    if (kinds.isEmpty()) {
      throw new BadInputException("destination " + name, "takes at least one kind, found none");
    }
  }

  /** Whether it takes a kind of object. */
  public boolean takes(ResultKind kind) {
    return kinds.contains(kind);
  }
}
