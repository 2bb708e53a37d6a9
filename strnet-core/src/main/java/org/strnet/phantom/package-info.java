/**
 * Synthetic antero-posterior knee films from physics, the truth known for each: a patient is drawn,
 * a knee of that patient's bone status is built, X-rays pass through it onto a detector, and the
 * film is framed, collimated and marked. Everything follows from a seed; the number of threads
 * changes nothing. How it is made, and how it differs from real films, is told in {@code
 * docs/phantoms.md}.
 *
 * <p>Lengths are millimetres. A knee's own frame has its origin in the middle of the joint line, x
 * towards the fibula and y towards the foot.
 *
 * <p>Imports {@code radiograph}, {@code knee} and {@code decision}; nothing on the path from film
 * to report imports it.
 */
@NullMarked
package org.strnet.phantom;

import org.jspecify.annotations.NullMarked;
