/**
 * The reading room: one process with worklist, viewer, REST, FHIR and the DICOM node. Start reading
 * at {@link org.strnet.server.ReadingRoom}.
 */
@NullMarked
package org.strnet.server;

import org.jspecify.annotations.NullMarked;
