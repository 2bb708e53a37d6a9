/**
 * Results as objects of the source's study: structured report, page, PDF, presentation state. A
 * {@link org.strnet.dicom.screening.ScreenedFilm} enters; {@link
 * org.strnet.dicom.result.ResultObject}s leave, each a whole file (PS3.10). The source object is
 * never changed. The same film and bundle give the same UIDs, so that a result sent twice is stored
 * once.
 */
@NullMarked
package org.strnet.dicom.result;

import org.jspecify.annotations.NullMarked;
