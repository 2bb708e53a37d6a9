/**
 * How many patients a study needs: a stated width, power and expectation enter; a number by formula
 * and what simulated studies of that size achieve leave.
 */
@NullMarked
package org.strnet.evaluation.planning;

import org.jspecify.annotations.NullMarked;
