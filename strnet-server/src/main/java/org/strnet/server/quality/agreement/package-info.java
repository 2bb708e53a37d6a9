/** What readers said of the results. */
@NullMarked
package org.strnet.server.quality.agreement;

import org.jspecify.annotations.NullMarked;
