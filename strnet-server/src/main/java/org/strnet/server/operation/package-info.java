/** Running the reading room: figures, retention, deletion, backup. */
@NullMarked
package org.strnet.server.operation;

import org.jspecify.annotations.NullMarked;
