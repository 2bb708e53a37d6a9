/**
 * C-STORE and C-ECHO service class provider (PS3.4 annexes A and B). Associations enter; every
 * object goes to the {@link org.strnet.dicom.node.intake.Intake}, and its answer is the status.
 */
@NullMarked
package org.strnet.dicom.node.receive;

import org.jspecify.annotations.NullMarked;
