/**
 * Tensors and the native memory they live in. Float arrays enter and leave; nothing else of the
 * project is imported.
 *
 * <p><b>Who frees a tensor.</b> Every LibTorch call returns a Java object that holds native memory
 * the garbage collector does not see: left to it, a training run dies long before the heap fills.
 * So every batch runs inside one {@link org.strnet.training.tensor.TensorScope}, and what was made
 * inside is freed when the scope closes:
 *
 * <pre>{@code
 * for (Batch batch : batches) {
 *   try (TensorScope scope = TensorScope.open()) {
 *     HeadTensors heads = network.forward(batch.film(), batch.clinical());
 *     ...                                   // freed on leaving: activations, losses, views
 *   }
 * }
 * }</pre>
 *
 * <p>Scopes nest, per thread: a tensor belongs to the innermost scope that was open when it was
 * made. {@code keep} hands one to the scope around it (or to nobody, when there is none); {@code
 * permanent} takes one out of all scopes, for weights and other things that live as long as the
 * Java object that refers to them. Gradients belong to their weights and need no care. A tensor
 * made outside all scopes is freed by the garbage collector, some time.
 *
 * <p>This package is the only one that may name JavaCPP's scopes; an architecture test holds that
 * line.
 */
@NullMarked
package org.strnet.training.tensor;

import org.jspecify.annotations.NullMarked;
