/**
 * From logits to probabilities and from a T-score to its interval, fitted on validation films and
 * kept in the bundle. Imports {@code network} and what stands to its left.
 */
@NullMarked
package org.strnet.calibration;

import org.jspecify.annotations.NullMarked;
