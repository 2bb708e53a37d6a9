/**
 * The report of a study: its results enter, one page to read and the same as PDF leave. Nothing
 * here computes a statistic; every number is one of the metrics.
 */
@NullMarked
package org.strnet.study;

import org.jspecify.annotations.NullMarked;
