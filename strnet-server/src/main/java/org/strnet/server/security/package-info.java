/** Sign-in, roles, and what every answer says to a browser. */
@NullMarked
package org.strnet.server.security;

import org.jspecify.annotations.NullMarked;
