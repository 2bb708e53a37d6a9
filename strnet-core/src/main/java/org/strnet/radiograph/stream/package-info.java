/**
 * What the codecs share: the image that a stream must hold ({@link
 * org.strnet.radiograph.stream.ExpectedImage}), its bytes with bounds, its bits without stuffing,
 * and the refusal of a stream ({@link org.strnet.radiograph.stream.DamagedStreamException}).
 */
@NullMarked
package org.strnet.radiograph.stream;

import org.jspecify.annotations.NullMarked;
