/** Figures as SVG without scripts or styles of their own; colours come from the page's sheet. */
@NullMarked
package org.strnet.server.quality.chart;

import org.jspecify.annotations.NullMarked;
