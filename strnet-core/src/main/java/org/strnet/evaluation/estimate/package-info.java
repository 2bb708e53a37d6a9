/**
 * What a study reports: a figure with interval, n and method, or why there is none; figures under
 * dotted names, and their file. Nothing here computes a statistic.
 */
@NullMarked
package org.strnet.evaluation.estimate;

import org.jspecify.annotations.NullMarked;
