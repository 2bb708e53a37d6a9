/** Small regressions by normal equations: the comparison every film study owes. */
@NullMarked
package org.strnet.evaluation.regression;

import org.jspecify.annotations.NullMarked;
