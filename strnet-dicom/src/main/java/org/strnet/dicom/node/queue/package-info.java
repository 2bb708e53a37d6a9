/**
 * What the node must not forget: objects as files, and an embedded database (H2) that knows what
 * became of each. An object is known by its SOP Instance UID and the hash of its pixels.
 *
 * <p>The folder is the truth, the database its index. {@code incoming/} holds what is still being
 * received and was never acknowledged: it is emptied at the start. {@code objects/} holds what was
 * acknowledged: a file there that the database does not know is added to it. {@code results/} holds
 * what is still to be delivered. A file reaches its folder by a rename after it was forced to disk,
 * and a row is written after the file it speaks of; where the database lost a row at a power
 * failure, work is done again and gives the same UIDs, so that destinations see no second result.
 */
@NullMarked
package org.strnet.dicom.node.queue;

import org.jspecify.annotations.NullMarked;
