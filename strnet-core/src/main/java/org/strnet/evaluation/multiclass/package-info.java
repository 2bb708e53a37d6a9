/**
 * Films sorted into ordered classes: estimated and reference classes enter; the table of both,
 * kappa, recall and what a constant answer would score leave.
 */
@NullMarked
package org.strnet.evaluation.multiclass;

import org.jspecify.annotations.NullMarked;
