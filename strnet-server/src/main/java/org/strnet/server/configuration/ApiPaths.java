package org.strnet.server.configuration;

import java.util.List;

/** Which addresses programs use; all others are pages. */
public final class ApiPaths {

  /** First parts of their paths. */
  public static final List<String> ROOTS = List.of("/api", "/fhir", "/dicomweb", "/actuator");

  private ApiPaths() {}

  /**
   * Whether a path is for programs.
   *
   * @param path within the server
   */
  public static boolean contain(String path) {
    return ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }
}
