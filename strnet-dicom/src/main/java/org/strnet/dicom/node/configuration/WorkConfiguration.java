package org.strnet.dicom.node.configuration;

import java.time.Duration;
import org.strnet.dicom.node.work.WorkRules;

/**
 * How objects are processed.
 *
 * @param threads at once; 0 for one per core
 * @param longestSeconds time of one attempt
 * @param attempts after which an object that fails is left alone
 * @param crashes of the node after which an object that was being processed is left alone
 * @param pauseSeconds before another attempt, doubled with each
 */
public record WorkConfiguration(
    int threads, int longestSeconds, int attempts, int crashes, double pauseSeconds) {

  /** Checks the ranges. */
  public WorkConfiguration {
    Checks.range("work.threads", threads, 0, 256);
    Checks.range("work.longestSeconds", longestSeconds, 1, 86400);
    Checks.range("work.attempts", attempts, 1, 100);
    Checks.range("work.crashes", crashes, 1, 100);
    Checks.range("work.pauseSeconds", pauseSeconds, 0, 3600);
  }

  /** The same for the workers. */
  public WorkRules rules() {
    return new WorkRules(
        threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
        Duration.ofSeconds(longestSeconds),
        attempts,
        crashes,
        Duration.ofMillis(Math.round(pauseSeconds * 1000)));
  }
}
