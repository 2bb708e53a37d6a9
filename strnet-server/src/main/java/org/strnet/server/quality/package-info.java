/**
 * For the person in charge: how the screening does in this place, over time, against its readers
 * and against densitometry, and the operating point that follows from it.
 */
@NullMarked
package org.strnet.server.quality;

import org.jspecify.annotations.NullMarked;
