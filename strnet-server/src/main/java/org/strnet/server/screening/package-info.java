/**
 * From an object to a result: the node's processing, and scoring again with other clinical
 * variables.
 */
@NullMarked
package org.strnet.server.screening;

import org.jspecify.annotations.NullMarked;
