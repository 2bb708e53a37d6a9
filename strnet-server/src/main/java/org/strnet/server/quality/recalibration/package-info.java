/** A local operating point from densitometry: proposed, compared, put into force. */
@NullMarked
package org.strnet.server.quality.recalibration;

import org.jspecify.annotations.NullMarked;
