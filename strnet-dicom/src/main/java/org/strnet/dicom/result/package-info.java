/**
 * Results as objects of the source's study: structured report, page, PDF, presentation state. A
 * {@link org.strnet.dicom.screening.ScreenedFilm} enters; {@link
 * org.strnet.dicom.result.ResultObject}s leave, each a whole file (PS3.10). The source object is
 * never changed. The same result of the same film by the same bundle gives the same UIDs, so that
 * what is sent twice is stored once; another result gives others. The packages below it import
 * {@code series} (what all objects share), then {@code content} (what is said), never this one.
 */
@NullMarked
package org.strnet.dicom.result;

import org.jspecify.annotations.NullMarked;
