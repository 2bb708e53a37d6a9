/**
 * Weights in files: the safetensors format, ImageNet weights for a backbone by torchvision's or
 * timm's names, and the whole network. Files and float arrays enter and leave; imports {@code
 * tensor}, {@code layer}, {@code network} and {@code provenance}. A file that does not fit to the
 * last tensor is refused by name: nothing is loaded in part.
 */
@NullMarked
package org.strnet.training.weights;

import org.jspecify.annotations.NullMarked;
