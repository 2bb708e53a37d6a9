package org.strnet.dicom.node.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.strnet.dicom.result.ResultKind;

/**
 * Where results go.
 *
 * @param name in database and metrics: letters, digits, hyphens and underscores
 * @param objects codes of the kinds of results it is to hold
 * @param peer how it is reached
 */
public record DestinationConfiguration(String name, List<String> objects, PeerConfiguration peer) {

  /** Checks the name and the codes. */
  public DestinationConfiguration {
    objects = List.copyOf(objects);
    Objects.requireNonNull(peer);
    if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "destinations.name must be 1 to 64 letters, digits, hyphens, underscores, found " + name);
    }
    for (String code : objects) {
      kind(code);
    }
  }

  /** The kinds of results it is to hold. */
  public Set<ResultKind> kinds() {
    return objects.stream().map(DestinationConfiguration::kind).collect(Collectors.toSet());
  }

  private static ResultKind kind(String code) {
    return Arrays.stream(ResultKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "destinations.objects must be of %s, found %s"
                        .formatted(
                            Arrays.stream(ResultKind.values()).map(ResultKind::code).toList(),
                            code)));
  }
}
