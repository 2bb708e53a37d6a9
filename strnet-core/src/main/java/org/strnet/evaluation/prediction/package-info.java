/** What a program said of each film of a cohort, and {@code predictions.csv}. */
@NullMarked
package org.strnet.evaluation.prediction;

import org.jspecify.annotations.NullMarked;
