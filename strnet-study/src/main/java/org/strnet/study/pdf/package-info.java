/**
 * A page as PDF: XHTML with inline SVG enters, the same bytes every time leave. The only package
 * that knows the renderer. Nothing is loaded from outside: pictures are data URIs, letters come
 * from the class path.
 */
@NullMarked
package org.strnet.study.pdf;

import org.jspecify.annotations.NullMarked;
