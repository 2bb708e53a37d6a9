package org.strnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code strnet serve --check}; the server itself has tests of its own. */
class ServeCommandTest {

  @TempDir Path folder;

  private Execution check(String node) throws Exception {
    Path settings = folder.resolve("node.yaml");
    Files.writeString(settings, "folder: '%s'%n%s%n".formatted(folder.resolve("node"), node));
    return Execution.of(
        "serve",
        "--check",
        "--port",
        "0",
        "--folder",
        folder.resolve("room").toString(),
        "--node",
        settings.toString(),
        "--bundle",
        Path.of("..", "models", "strnet-phantom").toString());
  }

  @Test
  void a_check_starts_the_server_and_ends_it_without_giving_away_the_first_password()
      throws Exception {
    Execution execution = check("receiver: {enabled: false}\nweb: {enabled: false}");

    assertThat(execution.exitCode()).isZero();
    assertThat(execution.err())
        .contains("The server starts with these settings. Research use only.")
        .doesNotContain("one-time password");
  }

  @Test
  void a_check_names_what_is_wrong() throws Exception {
    Execution execution = check("receiver: {port: 70000}");

    assertThat(execution.exitCode()).isNotZero();
    assertThat(execution.err()).contains("70000");
  }
}
