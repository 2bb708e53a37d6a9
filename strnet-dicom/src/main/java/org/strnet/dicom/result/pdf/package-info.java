/**
 * The result as a PDF with real text and embedded fonts, for viewers and for paper. A {@link
 * org.strnet.dicom.result.content.Statement} enters; an Encapsulated PDF leaves. The same result at
 * the same time gives the same bytes.
 */
@NullMarked
package org.strnet.dicom.result.pdf;

import org.jspecify.annotations.NullMarked;
