/**
 * The grayscale pipeline of PS3.3 and PS3.4 Annex N, in this order: padding and shutter masked,
 * modality LUT or rescale, VOI LUT or window, presentation LUT shape and photometric
 * interpretation. A header and stored samples enter; a {@link org.strnet.radiograph.Radiograph}
 * with bone bright, as the header means it to be shown, leaves. A bad window, table or rescale is
 * refused, never replaced by a default.
 */
@NullMarked
package org.strnet.dicom.grayscale;

import org.jspecify.annotations.NullMarked;
