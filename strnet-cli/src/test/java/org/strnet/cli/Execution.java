package org.strnet.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param exitCode its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Execution(int exitCode, String out, String err) {

  /** Executes a command as the program would. */
  static Execution of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands = Strnet.commandLine();
    commands.setOut(new PrintWriter(out));
    commands.setErr(new PrintWriter(err));
    String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int exitCode = commands.execute(texts);
    return new Execution(exitCode, out.toString(), err.toString());
  }
}
