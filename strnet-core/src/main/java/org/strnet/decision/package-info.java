/**
 * From probabilities to a decision at an operating point that was chosen on validation films: refer
 * for densitometry, or not flagged. Never "negative". Holds the WHO boundaries and the three
 * classes.
 */
@NullMarked
package org.strnet.decision;

import org.jspecify.annotations.NullMarked;
