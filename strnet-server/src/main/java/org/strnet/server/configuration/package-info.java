/** What a site sets of the reading room. */
@NullMarked
package org.strnet.server.configuration;

import org.jspecify.annotations.NullMarked;
