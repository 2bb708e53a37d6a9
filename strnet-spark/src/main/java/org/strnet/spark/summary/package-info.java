/**
 * What the results of an archive amount to: counts, positivity by group, reasons, drift. Committed
 * rows enter; one page leaves. A copy of a film counts as a copy and nowhere else.
 */
@NullMarked
package org.strnet.spark.summary;

import org.jspecify.annotations.NullMarked;
