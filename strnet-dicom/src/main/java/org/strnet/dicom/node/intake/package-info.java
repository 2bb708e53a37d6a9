/**
 * The one way in: every object, from whichever service, takes this path and is answered only when
 * it is safely on disk. A stream enters; an {@link org.strnet.dicom.node.queue.Admission} leaves,
 * or an {@link org.strnet.dicom.node.intake.IntakeException} with the status to answer.
 */
@NullMarked
package org.strnet.dicom.node.intake;

import org.jspecify.annotations.NullMarked;
