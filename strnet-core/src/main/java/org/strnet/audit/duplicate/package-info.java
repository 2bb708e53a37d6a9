/**
 * The same film twice: evidence of films enters, pairs and groups of duplicates leave. Two stages:
 * hashes of 256 bits propose each film's nearest neighbours in all eight turns and mirrorings, and
 * a correlation of aligned fine texture confirms them.
 *
 * <p>Cost: the proposal compares every pair of views (one to three per film) in eight orientations,
 * a few nanoseconds each, so it grows with the square of the films: seconds for ten thousand, about
 * a quarter of an hour of CPU time for a hundred thousand. The confirmation aligns a fixed number
 * of neighbours per film. A film costs about 15 kB of memory.
 */
@NullMarked
package org.strnet.audit.duplicate;

import org.jspecify.annotations.NullMarked;
