/**
 * From a trained LibTorch network to an ONNX file that runs without LibTorch. In: a network in
 * evaluation mode and its provenance. Out: one file, the same bytes for the same weights.
 *
 * <p>{@code OnnxGraph} and {@code GraphValue} write operators as formulas; each layer's class holds
 * its forward pass and, where the heat-map needs it, its backward pass side by side. Imports {@code
 * training.network}, {@code training.finder} and core.
 */
@NullMarked
package org.strnet.training.export;

import org.jspecify.annotations.NullMarked;
