/**
 * Where results stand, what is committed and what was under way when a run ended. The committed
 * batches are the ledger: a film is done when its row stands in one.
 */
@NullMarked
package org.strnet.spark.ledger;

import org.jspecify.annotations.NullMarked;
