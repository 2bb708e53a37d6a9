/** Films as they arrived: what is known of each, and its file. */
@NullMarked
package org.strnet.server.film;

import org.jspecify.annotations.NullMarked;
