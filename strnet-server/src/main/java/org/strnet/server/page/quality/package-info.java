/** The pages of quality: what the person in charge sees and does. */
@NullMarked
package org.strnet.server.page.quality;

import org.jspecify.annotations.NullMarked;
