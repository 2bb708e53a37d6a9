/**
 * Delivers results: C-STORE and STOW-RS. A {@link org.strnet.dicom.result.ResultObject} enters and
 * is stored by its destination, or a {@link org.strnet.dicom.send.DeliveryException} says whether
 * another try can help. When to try again is said by a {@link org.strnet.dicom.send.RetrySchedule};
 * keeping what is not delivered yet is the caller's part.
 */
@NullMarked
package org.strnet.dicom.send;

import org.jspecify.annotations.NullMarked;
