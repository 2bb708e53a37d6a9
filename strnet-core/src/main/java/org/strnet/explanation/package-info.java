/**
 * Where the network looked: from a film's evidence to a heat-map over the crop, and pictures of it
 * for a reader. A heat-map explains the network, it is no finding. Imports {@code network} and what
 * stands to its left.
 */
@NullMarked
package org.strnet.explanation;

import org.jspecify.annotations.NullMarked;
