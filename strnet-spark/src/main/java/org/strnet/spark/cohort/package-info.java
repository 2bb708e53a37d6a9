/**
 * Films of an archive for a study: selected by an expression over the results, drawn evenly over
 * the scores, written as a cohort file.
 */
@NullMarked
package org.strnet.spark.cohort;

import org.jspecify.annotations.NullMarked;
