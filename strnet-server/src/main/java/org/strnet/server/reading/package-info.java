/**
 * What people say of a result: confirmed, overruled, not assessable; and what leaves the house of
 * it: its documents, sent to the archive or printed.
 */
@NullMarked
package org.strnet.server.reading;

import org.jspecify.annotations.NullMarked;
