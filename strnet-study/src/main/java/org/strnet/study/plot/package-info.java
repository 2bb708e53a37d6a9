/**
 * Drawing of plots as SVG: a frame with two scales, curves, bands, marks, a legend. Numbers enter,
 * an {@code svg} element with title and description leaves. Series differ by colour (after Okabe
 * and Ito, safe for the colour-blind), by line and by mark, so that a grey print keeps them apart.
 * Colours stand in the elements for the PDF, and as classes that the page turns for dark screens.
 */
@NullMarked
package org.strnet.study.plot;

import org.jspecify.annotations.NullMarked;
