/**
 * Runs a bundle's networks with ONNX Runtime. In: an ONNX file and pixels as {@code network} and
 * {@code knee} define them. Out: their outputs. One thread works on a film; throughput comes from
 * several callers at once. Imports core only; whoever opens a network closes it.
 */
@NullMarked
package org.strnet.inference;

import org.jspecify.annotations.NullMarked;
