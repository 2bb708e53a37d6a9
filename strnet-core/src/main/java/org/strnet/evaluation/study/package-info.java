/**
 * A study as a whole: a cohort and its predictions enter, all metrics a report needs leave. The
 * only package here that knows cohorts and screening; the statistics beside it know numbers alone.
 */
@NullMarked
package org.strnet.evaluation.study;

import org.jspecify.annotations.NullMarked;
