/**
 * Statistics of a study: predictions and labels enter, estimates with interval, n and method leave.
 * What cannot be estimated says so with its n; no figure is ever NaN. Randomness comes from a seed
 * argument. Imports {@code dataset} and what stands to its left; nothing on the way from film to
 * report imports it.
 *
 * <p>To add a metric, compute an {@link org.strnet.evaluation.estimate.Estimate} and put it under
 * its dotted name into {@link org.strnet.evaluation.estimate.Metrics}; {@link
 * org.strnet.evaluation.study.StudyMetrics} puts together those that every study reports, head by
 * head ({@code head}).
 */
@NullMarked
package org.strnet.evaluation;

import org.jspecify.annotations.NullMarked;
