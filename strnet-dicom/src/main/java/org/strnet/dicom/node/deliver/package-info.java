/**
 * Results reach their destinations: one thread and one queue for each destination, so that one that
 * is down holds up no other. What was not delivered is tried again, with longer and longer pauses,
 * until the destination holds it or refuses the object itself.
 */
@NullMarked
package org.strnet.dicom.node.deliver;

import org.jspecify.annotations.NullMarked;
