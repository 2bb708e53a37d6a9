/** Densitometry of screened patients, entered or imported, and what it says of the results. */
@NullMarked
package org.strnet.server.quality.densitometry;

import org.jspecify.annotations.NullMarked;
