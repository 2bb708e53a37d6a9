package org.strnet.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.strnet.report.CsvWriter;
import org.strnet.report.JsonLinesWriter;
import org.strnet.report.ModelFacts;
import org.strnet.report.ResultWriter;
import org.strnet.report.TableWriter;
import org.strnet.report.TerminalStyle;

/** How results are written to standard output. */
enum OutputFormat {
  /** For a reader. */
  TABLE,
  /** One JSON object per film and line. */
  JSON,
  /** One row per film. */
  CSV;

  /**
   * A writer of results to standard output, which stays open when the writer is closed.
   *
   * @param longestName length of the longest film name to come
   */
  ResultWriter writer(Writer out, ModelFacts facts, Terminal terminal, int longestName)
      throws IOException {
    Writer open =
        new FilterWriter(out) {
          @Override
          public void close() throws IOException {
            flush();
          }
        };
    return switch (this) {
      case TABLE ->
          new TableWriter(
              open, facts, new TerminalStyle(terminal.columns(), terminal.colours()), longestName);
      case JSON -> new JsonLinesWriter(open, facts);
      case CSV -> new CsvWriter(open, facts);
    };
  }
}
