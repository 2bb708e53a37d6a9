/**
 * Objects become results: a bounded number of threads takes objects from the queue, and what is
 * done with one stands behind {@link org.strnet.dicom.node.work.ObjectProcessing}. An object that
 * fails, hangs or kills the process is left alone after some attempts and holds up no other.
 */
@NullMarked
package org.strnet.dicom.node.work;

import org.jspecify.annotations.NullMarked;
