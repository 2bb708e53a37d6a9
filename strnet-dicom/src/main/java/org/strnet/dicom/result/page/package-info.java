/**
 * The result as a page: film, crops, heat-maps, WHO scale, words. A {@link
 * org.strnet.dicom.result.content.Statement} enters; a picture, or a Secondary Capture of it,
 * leaves. Everything is drawn on a {@link org.strnet.dicom.result.page.Canvas}, which pixels and
 * PDF both implement, and letters are drawn from the outlines of one embedded font: the same page
 * everywhere, also on a server without fonts.
 */
@NullMarked
package org.strnet.dicom.result.page;

import org.jspecify.annotations.NullMarked;
