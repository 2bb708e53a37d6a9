/**
 * The node beside the PACS: receives films, has them processed, delivers the results. It knows
 * neither how a film is screened nor how a result is encoded: those stand behind {@link
 * org.strnet.dicom.node.work.ObjectProcessing} and {@link org.strnet.dicom.send.ResultSender}.
 *
 * <p>An object passes {@code receive}, {@code web} or {@code pull}, then {@code intake} (which
 * answers only when it is safely on disk), {@code queue}, {@code work} and {@code deliver}. {@link
 * org.strnet.dicom.node.Node} puts them together.
 *
 * <p>What is promised: nothing that was acknowledged is lost; each object is processed once; a
 * result is delivered until its destination has answered. Between that answer and the row that
 * notes it the process can die: then a destination with a {@link
 * org.strnet.dicom.node.deliver.HoldingCheck} is asked whether it holds the result, and any other
 * is sent the same object, with the same UIDs, once more, which it stores once. No log line, metric
 * or message holds patient data.
 */
@NullMarked
package org.strnet.dicom.node;

import org.jspecify.annotations.NullMarked;
