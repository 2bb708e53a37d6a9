package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the program's outputs are connected to.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param columns width of the terminal
 * @param colours whether colours are wanted there
 */
record Terminal(boolean out, boolean err, int columns, boolean colours) {

  private static final int DEFAULT_COLUMNS = 100;

  /**
   * The terminal of this process. Java tells only whether both streams are terminals, so the
   * process's own file descriptors are asked (Linux; elsewhere neither counts as one).
   */
  static Terminal current() {
    boolean out = isTerminal(1);
    int columns =
        environment("COLUMNS")
            .filter(text -> text.matches("[1-9][0-9]{0,3}"))
            .map(Integer::valueOf)
            .orElse(DEFAULT_COLUMNS);
    return new Terminal(out, isTerminal(2), columns, out && environment("NO_COLOR").isEmpty());
  }

  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
  }
}
