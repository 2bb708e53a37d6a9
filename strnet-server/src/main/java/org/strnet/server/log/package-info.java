/**
 * What log lines carry: the correlation identifier that follows a film from the request that
 * brought it to its result, and the form of the lines. Never patient data.
 */
@NullMarked
package org.strnet.server.log;

import org.jspecify.annotations.NullMarked;
