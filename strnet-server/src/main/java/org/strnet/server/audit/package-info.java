/** Who did what and when: append-only, each entry bound to the one before it by its hash. */
@NullMarked
package org.strnet.server.audit;

import org.jspecify.annotations.NullMarked;
