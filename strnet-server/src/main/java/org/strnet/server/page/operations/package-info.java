/** The pages of who runs the reading room. */
@NullMarked
package org.strnet.server.page.operations;

import org.jspecify.annotations.NullMarked;
