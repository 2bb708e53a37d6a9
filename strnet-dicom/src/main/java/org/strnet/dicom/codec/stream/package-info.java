/**
 * What the codecs share: the image that a stream must hold ({@link
 * org.strnet.dicom.codec.stream.ExpectedImage}), its bytes with bounds, its bits without stuffing,
 * and the refusal of a stream ({@link org.strnet.dicom.codec.stream.DamagedStreamException}).
 */
@NullMarked
package org.strnet.dicom.codec.stream;

import org.jspecify.annotations.NullMarked;
