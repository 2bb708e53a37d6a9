/**
 * Several processes that fit one network together: each takes its share of every batch, and sums
 * over all of them give every process what one process with the whole batch would have. LibTorch's
 * Gloo carries the sums; a process that is alone sums nothing.
 *
 * <p>Gloo neither encrypts nor asks who connects.
 */
@NullMarked
package org.strnet.training.parallel;

import org.jspecify.annotations.NullMarked;
