package org.strnet.audit.finding;

import java.util.List;
import org.strnet.evaluation.estimate.Metrics;

/**
 * What a check leaves: findings, and figures whether or not they became one.
 *
 * @param findings none or more
 * @param figures under names that begin with the check's
 */
public record Found(List<Finding> findings, Metrics figures) {

  /** Copies the list. */
  public Found {
    findings = List.copyOf(findings);
  }
}
