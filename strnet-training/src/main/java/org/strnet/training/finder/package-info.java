/**
 * Trains and measures the knee finder ({@code knee.onnx}).
 *
 * <p>Enter: films with annotated joints, knee crops, films of other body parts, phantoms. {@code
 * finder.scene} makes pictures of them, which become batches with target planes in cells. Leave: a
 * network, its settings, its errors on films it was not trained on. {@link
 * org.strnet.training.finder.FinderStudy} is the way in. Everything follows from seeds.
 */
@NullMarked
package org.strnet.training.finder;

import org.jspecify.annotations.NullMarked;
