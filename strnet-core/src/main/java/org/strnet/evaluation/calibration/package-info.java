/**
 * Whether a probability means what it says: probabilities and labels enter; slope, intercept, Brier
 * score, calibration error and reliability curve leave. How a bundle is recalibrated stands in
 * {@link org.strnet.calibration}.
 */
@NullMarked
package org.strnet.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
