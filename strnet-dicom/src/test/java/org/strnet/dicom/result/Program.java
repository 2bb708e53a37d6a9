package org.strnet.dicom.result;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the machine, for tests against real peers. */
public final class Program {

  private Program() {}

  /** Skips the test by name where the program is absent; otherwise says where it is. */
  public static Path require(String name) {
    for (String folder : (System.getenv("PATH") + ":/usr/sbin").split(":", -1)) {
      Path file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    assumeTrue(false, "needs the program " + name);
    throw new IllegalStateException("skipped before");
  }

  /** What a program says on both its outputs, after its exit status. */
  public static String output(List<String> command) throws IOException, InterruptedException {
    File out = File.createTempFile("program", ".txt");
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out).start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.get(0) + " must end within a minute");
      }
      return "exit "
          + process.exitValue()
          + "\n"
          + Files.readString(out.toPath(), StandardCharsets.ISO_8859_1);
    } finally {
      Files.delete(out.toPath());
    }
  }
}
