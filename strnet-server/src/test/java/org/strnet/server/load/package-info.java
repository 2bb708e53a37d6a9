/** Trials by hand: the server under load, and killed during uploads. Not tests. */
@NullMarked
package org.strnet.server.load;

import org.jspecify.annotations.NullMarked;
