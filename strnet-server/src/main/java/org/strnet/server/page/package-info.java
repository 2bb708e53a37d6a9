/** The pages, rendered on the server. */
@NullMarked
package org.strnet.server.page;

import org.jspecify.annotations.NullMarked;
