/**
 * A trained network as it travels: a folder, or the same zipped, of {@code bundle.json}, {@code
 * network.onnx}, optionally {@code network-int8.onnx}, {@code knee.onnx} and {@code
 * weights.safetensors}, {@code MODEL_CARD.md} and {@code SHA256SUMS}. Path in, verified bytes and a
 * manifest out; whatever is missing, changed or unknown is refused with the file and the rule.
 * Imports {@code report} and what stands to its left. Whoever runs a network takes its bytes from
 * {@link org.strnet.bundle.Bundle}, so that what runs is what was verified.
 */
@NullMarked
package org.strnet.bundle;

import org.jspecify.annotations.NullMarked;
