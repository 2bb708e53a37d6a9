/**
 * What the network takes and gives: pixels {@code [1,S,S]} in [-1, 1] and encoded clinical
 * variables in; two logits and a T-score out, with the evidence for a heat-map on request. Who runs
 * it (ONNX Runtime, LibTorch) is not this package's business.
 */
@NullMarked
package org.strnet.network;

import org.jspecify.annotations.NullMarked;
