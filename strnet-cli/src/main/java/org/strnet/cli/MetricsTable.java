package org.strnet.cli;

import java.io.PrintWriter;
import org.strnet.evaluation.estimate.Metrics;

/** Metrics on standard output: name, value with interval, n, method. */
final class MetricsTable {

  private MetricsTable() {}

  static void print(PrintWriter out, Metrics metrics) {
    metrics
        .estimates()
        .forEach(
            (name, estimate) ->
                out.printf(
                    "%-24s %s  n=%d  %s%n",
                    name, estimate.text(), estimate.n(), estimate.method()));
    out.println("Research use only.");
    out.flush();
  }
}
