package org.strnet.cli;

import java.io.PrintWriter;
import org.strnet.evaluation.agreement.Headline;
import org.strnet.evaluation.estimate.Estimate;
import org.strnet.evaluation.estimate.Metrics;

/** Metrics on standard output: name, value with interval, n, method. */
final class MetricsTable {

  private MetricsTable() {}

  static void print(PrintWriter out, Metrics metrics) {
    figures(out, metrics);
    out.println("Research use only.");
    out.flush();
  }

  /** The lines alone; figures of the T-score stand here only on enough films for a headline. */
  static void figures(PrintWriter out, Metrics metrics) {
    metrics
        .estimates()
        .forEach(
            (name, estimate) ->
                out.printf("%-30s %s%s%n", name, text(name, estimate), method(estimate)));
  }

  private static String text(String name, Estimate estimate) {
    if (estimate.isEstimable() && estimate.method().equals("count")) {
      return Long.toString(Math.round(estimate.value().getAsDouble()));
    }
    return name.startsWith("tscore.") ? new Headline(estimate).text() : estimate.text();
  }

  private static String method(Estimate estimate) {
    return estimate.isEstimable() && !estimate.method().equals("count")
        ? "  " + estimate.method()
        : "";
  }
}
