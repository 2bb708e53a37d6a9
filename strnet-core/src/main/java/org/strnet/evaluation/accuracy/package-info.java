/**
 * Diagnostic accuracy at an operating point: decisions and labels enter, counts and proportions
 * leave.
 */
@NullMarked
package org.strnet.evaluation.accuracy;

import org.jspecify.annotations.NullMarked;
