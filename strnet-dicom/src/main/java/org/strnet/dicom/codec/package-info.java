/**
 * Pixels out of transfer syntaxes: one frame of one sample per pixel as it stands in a DICOM object
 * enters {@link org.strnet.dicom.codec.FrameDecoder}; its stored cells leave, as an uncompressed
 * little-endian object would hold them. Bits stored, high bit and sign are the caller's.
 *
 * <p>Below it, each importing only {@code stream}: {@code jpeg} (ITU-T T.81), {@code jpegls} (T.87)
 * and {@code jpeg2000} (T.800, through jai-imageio-jpeg2000). No package here knows a DICOM
 * toolkit. A stream's own header is compared with the geometry before memory is taken for pixels,
 * so that memory and time are bounded by the size of the frame and of the image.
 */
@NullMarked
package org.strnet.dicom.codec;

import org.jspecify.annotations.NullMarked;
