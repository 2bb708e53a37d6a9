/**
 * One film on an executor: its bytes, its header asked before its pixels are fetched, its row of
 * the results. Nothing that a film holds leaves as an exception.
 */
@NullMarked
package org.strnet.spark.film;

import org.jspecify.annotations.NullMarked;
