/** What was made of a film: results with their history, and their pictures. */
@NullMarked
package org.strnet.server.result;

import org.jspecify.annotations.NullMarked;
