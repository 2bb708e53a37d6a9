/**
 * Whether the scores of now are still those of a reference. Scores enter; an index of their change
 * leaves, with what chance alone would make of it.
 */
@NullMarked
package org.strnet.evaluation.drift;

import org.jspecify.annotations.NullMarked;
