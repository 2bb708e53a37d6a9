/**
 * JPEG-LS after ITU-T T.87 (ISO/IEC 14495-1) for one component: lossless and near-lossless, 2 to 16
 * bits, preset parameters. A stream enters {@link org.strnet.dicom.codec.jpegls.JpegLsDecoder};
 * samples leave. Mapping tables, restart intervals and point transforms are refused by name.
 */
@NullMarked
package org.strnet.dicom.codec.jpegls;

import org.jspecify.annotations.NullMarked;
