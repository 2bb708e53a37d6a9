/**
 * Two sets of predictions of the same films against each other: the paired difference of every
 * figure with its interval and p-value, and what many comparisons do to the p-values.
 */
@NullMarked
package org.strnet.evaluation.comparison;

import org.jspecify.annotations.NullMarked;
