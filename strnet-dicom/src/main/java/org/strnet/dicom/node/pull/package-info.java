/**
 * Films that are fetched: from an archive by QIDO-RS and WADO-RS (PS3.18) or by C-FIND and C-MOVE
 * (PS3.4 annex C), and from watched folders. A configuration enters; objects go to the {@link
 * org.strnet.dicom.node.intake.Intake}. What was fetched is noted in the queue's database, so that
 * a restart does not fetch it again; a watched file is copied and never touched.
 */
@NullMarked
package org.strnet.dicom.node.pull;

import org.jspecify.annotations.NullMarked;
