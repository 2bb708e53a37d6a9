/**
 * Elements of XHTML and SVG, with all text made safe, and the one way in which numbers are written:
 * a figure on the page says of which metric it is.
 */
@NullMarked
package org.strnet.study.markup;

import org.jspecify.annotations.NullMarked;
