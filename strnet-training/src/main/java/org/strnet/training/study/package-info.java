/**
 * Whole studies: cross-validation with out-of-fold predictions, and the final fit that becomes a
 * bundle. Puts together the cohort, the loop, calibration, the operating point and the export;
 * writes files only into the folder it is given.
 */
@NullMarked
package org.strnet.training.study;

import org.jspecify.annotations.NullMarked;
