/** Local operating points: which are kept, which one is in force, and what it makes of a score. */
@NullMarked
package org.strnet.server.quality.operatingpoint;

import org.jspecify.annotations.NullMarked;
