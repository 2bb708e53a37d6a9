/**
 * From a trained LibTorch network to an ONNX file that runs without LibTorch. In: a network in
 * evaluation mode and its provenance. Out: one file, the same bytes for the same weights.
 *
 * <p>{@code OnnxGraph} and {@code GraphValue} write operators as formulas; {@code HeadNodes} and
 * {@code RoutingNodes} hold each layer's forward and backward pass side by side. Imports {@code
 * training.network}, {@code layer}, {@code tensor} and, from core, {@code network}, {@code pixels}
 * and {@code provenance}.
 */
@NullMarked
package org.strnet.training.export;

import org.jspecify.annotations.NullMarked;
