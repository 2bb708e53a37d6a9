/**
 * JPEG after ITU-T T.81 (ISO/IEC 10918-1) for one component with Huffman coding: sequential DCT of
 * 8 and 12 bits (processes 1, 2, 4) and lossless of 2 to 16 bits (process 14). A stream enters
 * {@link org.strnet.radiograph.jpeg.JpegDecoder}, samples leave; or {@link
 * org.strnet.radiograph.jpeg.BlockScan}, which gives the means of blocks at once and pixels where
 * they are asked for. Progressive, hierarchical and arithmetic coding are refused by name.
 */
@NullMarked
package org.strnet.radiograph.jpeg;

import org.jspecify.annotations.NullMarked;
