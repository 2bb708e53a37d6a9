/**
 * How well an estimated number agrees with its reference: pairs enter, correlation, error, bias and
 * agreement leave.
 */
@NullMarked
package org.strnet.evaluation.agreement;

import org.jspecify.annotations.NullMarked;
