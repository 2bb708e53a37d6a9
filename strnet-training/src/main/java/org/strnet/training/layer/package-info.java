/**
 * The boxes a network is drawn with: convolution with batch norm, the blocks of MobileNetV2 and
 * ResNet, linear layers and layer norm. Each holds its named tensors and shows its parts, so that
 * weights can be saved by name and the network can be written as ONNX by walking it. Imports {@code
 * tensor} only. A layer's tensors outlive all scopes.
 */
@NullMarked
package org.strnet.training.layer;

import org.jspecify.annotations.NullMarked;
