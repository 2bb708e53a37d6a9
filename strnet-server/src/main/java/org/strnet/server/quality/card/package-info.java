/** The bundle's card as a page. */
@NullMarked
package org.strnet.server.quality.card;

import org.jspecify.annotations.NullMarked;
