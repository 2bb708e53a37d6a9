package org.strnet.dicom.node.deliver;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.strnet.dicom.result.ResultKind;
import org.strnet.dicom.send.ResultSender;

/**
 * Where results go.
 *
 * @param name in the database, metrics and configuration: letters, digits, hyphens and underscores
 * @param kinds of results it is to hold
 * @param sender that stores one there
 * @param check that asks whether it holds one: used where the node does not know whether a result
 *     it sent was stored, because it died or had no answer; empty where it cannot be asked, and
 *     then the same object is sent again
 */
public record Destination(
    String name, Set<ResultKind> kinds, ResultSender sender, Optional<HoldingCheck> check) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Copies the kinds and checks the name. */
  public Destination {
    kinds = Set.copyOf(kinds);
    Objects.requireNonNull(sender);
    Objects.requireNonNull(check);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a destination's name is 1 to 64 letters, digits, hyphens and underscores, found "
              + name);
    }
  }

  /** A destination that cannot be asked. */
  public Destination(String name, Set<ResultKind> kinds, ResultSender sender) {
    this(name, kinds, sender, Optional.empty());
  }
}
