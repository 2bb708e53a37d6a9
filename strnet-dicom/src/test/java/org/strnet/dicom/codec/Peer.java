package org.strnet.dicom.codec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Programs of others that encode and decode the same syntaxes. */
final class Peer {

  private Peer() {}

  /** Skips the test, by the program's name, where the program is absent. */
  static void assumePresent(String... programs) {
    for (String program : programs) {
      assumeTrue(isPresent(program), "needs " + program);
    }
  }

  private static boolean isPresent(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(java.io.File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Runs a program on two files; its failure is the test's. */
  static void convert(List<String> command, Path in, Path out)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(command);
    whole.add(in.toString());
    whole.add(out.toString());
    run(whole);
  }

  /** Runs a program; its failure is the test's. */
  static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new AssertionError(command + " ended with " + status + ": " + said);
    }
  }
}
