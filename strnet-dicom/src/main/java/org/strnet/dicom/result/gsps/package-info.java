/**
 * The knees marked on the film itself, as a Grayscale Softcopy Presentation State. A {@link
 * org.strnet.dicom.result.series.ResultContext} enters; the state's attributes leave, or nothing
 * where there is nothing to mark.
 */
@NullMarked
package org.strnet.dicom.result.gsps;

import org.jspecify.annotations.NullMarked;
