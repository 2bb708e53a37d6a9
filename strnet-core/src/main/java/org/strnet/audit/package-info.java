/**
 * Whether a cohort can be believed: a cohort file enters, findings and figures leave. {@link
 * org.strnet.audit.Audit} reads as the list of questions and is the file to read first.
 *
 * <p>It stands off the path and may import all of it, {@code dataset} and {@code evaluation}.
 * Inside, from left to right: {@code finding, film, duplicate, label, split, shortcut}, this
 * package, {@code report}.
 *
 * <p>A cohort's contradictions are findings here; what does not fit its column (a word for an age)
 * is bad input still.
 */
@NullMarked
package org.strnet.audit;

import org.jspecify.annotations.NullMarked;
