/**
 * A run: the films that are not in the ledger, cut into batches; each batch screened, duplicates
 * marked, committed as one.
 */
@NullMarked
package org.strnet.spark.run;

import org.jspecify.annotations.NullMarked;
