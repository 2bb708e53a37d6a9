/**
 * From a DICOM object to a result: read, gate, grayscale, then the same {@link
 * org.strnet.screening.Screener} that screens pictures. A file enters; a {@link
 * org.strnet.dicom.screening.ScreenedFilm} leaves.
 */
@NullMarked
package org.strnet.dicom.screening;

import org.jspecify.annotations.NullMarked;
