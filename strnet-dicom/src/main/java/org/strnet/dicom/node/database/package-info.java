/**
 * The node's embedded database (H2): opened by one node at a time, its tables migrated step by
 * step, every transaction on disk when it returns. A database that fails is a {@link
 * org.strnet.dicom.node.database.QueueUnavailableException}, and what needs it waits or refuses.
 */
@NullMarked
package org.strnet.dicom.node.database;

import org.jspecify.annotations.NullMarked;
