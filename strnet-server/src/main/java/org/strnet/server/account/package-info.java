/** Who may sign in, and what they may do. */
@NullMarked
package org.strnet.server.account;

import org.jspecify.annotations.NullMarked;
