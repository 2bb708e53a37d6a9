/**
 * Rates and scores over time by site and by device: what changed, and whether chance explains it.
 */
@NullMarked
package org.strnet.server.quality.monitoring;

import org.jspecify.annotations.NullMarked;
