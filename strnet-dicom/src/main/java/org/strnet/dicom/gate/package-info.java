/**
 * Whether a film is one to assess, asked of its header alone: kind of object, part of the body,
 * view, side, age, writing in the pixels, implants. A {@link org.strnet.dicom.film.FilmHeader}
 * enters; nothing or a coded refusal leaves. What the header does not say is left to the pixels
 * unless the site wants it refused.
 */
@NullMarked
package org.strnet.dicom.gate;

import org.jspecify.annotations.NullMarked;
