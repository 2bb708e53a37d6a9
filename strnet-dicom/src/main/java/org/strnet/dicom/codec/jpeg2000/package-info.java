/**
 * JPEG 2000 after ITU-T T.800 (ISO/IEC 15444-1) for one component, decoded by jai-imageio-jpeg2000.
 * A codestream or JP2 file enters {@link org.strnet.dicom.codec.jpeg2000.Jpeg2000Decoder}; samples
 * leave. Every header of the stream is read first, so that what would cost memory or time beyond
 * the image's size never reaches that library; whatever it throws or warns of becomes a refusal.
 */
@NullMarked
package org.strnet.dicom.codec.jpeg2000;

import org.jspecify.annotations.NullMarked;
