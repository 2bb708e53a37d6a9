/**
 * STR-Net itself: films {@code [N,1,S,S]} in [-1, 1] and encoded clinical variables {@code [N,2K]}
 * in; two logits, a standardised T-score, the last feature map and the gates' use out, and the
 * losses of the three tasks. Imports {@code tensor} and {@code layer} only.
 *
 * <p>{@link org.strnet.training.network.StrNet} reads as the drawing in the design: backbone, pool,
 * neck, routing, heads. Sizes and backbone of the paper (arXiv 2604.20268) are not public: they are
 * this project's reading.
 */
@NullMarked
package org.strnet.training.network;

import org.jspecify.annotations.NullMarked;
