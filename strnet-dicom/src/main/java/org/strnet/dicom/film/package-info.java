/**
 * A DICOM film: its header with the attributes that the flow asks for, and its stored samples. A
 * file or bytes enter; a {@link org.strnet.dicom.film.FilmHeader} and the samples as they were
 * stored leave. What is no DICOM object, or cannot be decoded, is refused with a coded reason.
 */
@NullMarked
package org.strnet.dicom.film;

import org.jspecify.annotations.NullMarked;
