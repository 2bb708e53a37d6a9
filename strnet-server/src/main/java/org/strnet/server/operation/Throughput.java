package org.strnet.server.operation;

import java.util.List;

/**
 * What went through in a time.
 *
 * @param arrived films
 * @param assessed films that got a score
 * @param notAssessable films that got a reason
 * @param failed films that could not be processed
 * @param hours films that got a result in each of the last 24 hours, oldest first
 */
public record Throughput(
    long arrived, long assessed, long notAssessable, long failed, List<Long> hours) {

  /** Copies the list. */
  public Throughput {
    hours = List.copyOf(hours);
  }
}
