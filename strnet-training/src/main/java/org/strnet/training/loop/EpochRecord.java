package org.strnet.training.loop;

import java.util.OptionalDouble;

/**
 * What one epoch gave.
 *
 * @param epoch counted from 1
 * @param trainingLoss mean total loss over the epoch's batches
 * @param validationLoss total loss on the validation films with averaged weights, if there are any
 * @param learningRate of the heads at the end of the epoch
 * @param gradientNorm mean norm of the gradient before clipping
 * @param filmsPerSecond training films per second of wall-clock time
 */
public record EpochRecord(
    int epoch,
    double trainingLoss,
    OptionalDouble validationLoss,
    double learningRate,
    double gradientNorm,
    double filmsPerSecond) {}
