/**
 * The training loop: films in, a fitted network out, with a log of every epoch, checkpoints that
 * continue exactly, and a stop when the validation films say so. {@code Trainer} reads top to
 * bottom; schedule, sampling, weight average, early stopping, checkpoint and log are small types
 * beside it.
 */
@NullMarked
package org.strnet.training.loop;

import org.jspecify.annotations.NullMarked;
