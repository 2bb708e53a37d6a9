/**
 * What was taken: a radiograph as single-channel pixels, bone bright, 8 to 16 bits, read from PNG,
 * JPEG or TIFF; or the reason why a file is none. Depends on {@code provenance} and on the packages
 * below it: {@code jpeg} over {@code stream}, which the DICOM codecs share. Whoever reads a film
 * must go through {@code RadiographReader}, which refuses before it allocates.
 */
@NullMarked
package org.strnet.radiograph;

import org.jspecify.annotations.NullMarked;
