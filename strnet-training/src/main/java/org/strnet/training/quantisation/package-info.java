/**
 * From a float32 ONNX network to one whose backbone runs in 8-bit integers. In: an exported network
 * and the values inside it on training films. Out: the same network with QuantizeLinear and
 * DequantizeLinear round its convolutions, weights as int8 per output channel.
 *
 * <p>Method: Jacob et al. 2018 (arXiv 1712.05877), weights per channel as in Krishnamoorthi 2018
 * (arXiv 1806.08342), biases corrected as in Nagel et al. 2019 (arXiv 1906.04721). The first
 * convolution stays in float: on one channel an 8-bit product is no faster. Everything behind the
 * feature map stays in float as well, so that the gradient is still exact for the network that
 * runs. Imports, from core, {@code network} and {@code provenance}.
 */
@NullMarked
package org.strnet.training.quantisation;

import org.jspecify.annotations.NullMarked;
