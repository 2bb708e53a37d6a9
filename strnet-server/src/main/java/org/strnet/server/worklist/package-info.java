/**
 * The list of films: which of them, in which order, page by page without counting through the ones
 * before, how many of each outcome there are, and who is told when one changes.
 */
@NullMarked
package org.strnet.server.worklist;

import org.jspecify.annotations.NullMarked;
