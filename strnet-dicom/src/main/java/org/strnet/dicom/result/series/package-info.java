/**
 * What every object of ours has in common: patient and study of the source, unchanged; a series and
 * UIDs of its own; the equipment that made it. A {@link
 * org.strnet.dicom.result.series.ResultContext} enters; attributes leave, which the other packages
 * complete.
 */
@NullMarked
package org.strnet.dicom.result.series;

import org.jspecify.annotations.NullMarked;
