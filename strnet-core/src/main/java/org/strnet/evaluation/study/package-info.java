/**
 * A study as a whole: a cohort and its predictions enter, all metrics a report needs leave. With
 * {@code subgroup} the only package here that knows cohorts; the statistics beside them know
 * numbers alone, and {@code head} knows predictions and labels.
 */
@NullMarked
package org.strnet.evaluation.study;

import org.jspecify.annotations.NullMarked;
