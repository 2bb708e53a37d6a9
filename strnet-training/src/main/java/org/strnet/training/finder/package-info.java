/**
 * Trains and measures the knee finder ({@code knee.onnx}).
 *
 * <p>Enter: films with annotated joints, knee crops, films of other body parts, phantoms. They are
 * kept reduced in memory ({@code ReducedFilm}), laid into scenes (one knee, two knees, crops on
 * postcards, films without a knee), seen through a window as the finder would see them, and become
 * batches with five target planes. Leave: a network, its settings, its errors on films it was not
 * trained on. Positions are pixels in films and scenes, fractions in samples, cells in targets.
 *
 * <p>{@link org.strnet.training.finder.FinderStudy} is the way in. Everything follows from seeds
 * and does not depend on the number of threads.
 */
@NullMarked
package org.strnet.training.finder;

import org.jspecify.annotations.NullMarked;
