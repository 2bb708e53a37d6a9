/**
 * The three heads of a study, each on the films that have both its estimate and its label:
 * predictions and labels enter, numbers for the statistics leave, and the figures of each head
 * under their dotted names. Knows predictions and labels, but no cohort.
 */
@NullMarked
package org.strnet.evaluation.head;

import org.jspecify.annotations.NullMarked;
