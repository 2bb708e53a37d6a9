/**
 * Intervals by resampling patients, because films of one patient are not independent. A statistic
 * of some rows enters, an estimate leaves; randomness comes from a seed, and the result does not
 * depend on the number of threads.
 */
@NullMarked
package org.strnet.evaluation.resampling;

import org.jspecify.annotations.NullMarked;
