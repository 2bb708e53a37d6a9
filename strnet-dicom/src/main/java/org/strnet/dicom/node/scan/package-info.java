/**
 * Reads the structure of a DICOM file (PS3.10) as it streams by: which object it is, and a hash of
 * its pixels. Bytes enter; a {@link org.strnet.dicom.node.scan.ScannedObject} leaves. No value is
 * held in memory but the UIDs, so that the size of an element is the size of a loop, not of a
 * buffer.
 */
@NullMarked
package org.strnet.dicom.node.scan;

import org.jspecify.annotations.NullMarked;
