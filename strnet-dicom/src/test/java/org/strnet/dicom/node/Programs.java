package org.strnet.dicom.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Real peers on this machine. */
public final class Programs {

  private Programs() {}

  /** Whether a program is on the path. */
  public static boolean isPresent(String name) {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** Skips the test, by name, where a program is absent. */
  public static void require(String name) {
    Assumptions.assumeTrue(isPresent(name), name + " is not installed on this machine");
  }

  /** Runs a program; returns its status, -1 where it took longer than a minute. */
  public static int run(Path log, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}
