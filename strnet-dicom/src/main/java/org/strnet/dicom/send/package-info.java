/**
 * Delivers results: C-STORE and STOW-RS. A {@link org.strnet.dicom.result.ResultObject} enters and
 * is stored by its destination, or a {@link org.strnet.dicom.send.DeliveryException} says whether
 * another try can help. Keeping what is not delivered yet, and when to try again, is the caller's
 * part.
 */
@NullMarked
package org.strnet.dicom.send;

import org.jspecify.annotations.NullMarked;
