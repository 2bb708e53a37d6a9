/**
 * From a film and a knee on it to the network's input: a square crop around the joint, reduced by
 * area average, scaled robustly to [-1, 1] inside the crop, fibula on the right. The same class
 * serves training, evaluation and screening, and its settings travel in the bundle.
 */
@NullMarked
package org.strnet.pixels;

import org.jspecify.annotations.NullMarked;
