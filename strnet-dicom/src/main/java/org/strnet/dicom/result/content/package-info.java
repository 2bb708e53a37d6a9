/**
 * What is said of a film, in words and figures that report, page and PDF share. A {@link
 * org.strnet.dicom.result.series.ResultContext} enters; a {@link
 * org.strnet.dicom.result.content.Statement} leaves. Decisions are worded by {@link
 * org.strnet.report.Wording} alone.
 */
@NullMarked
package org.strnet.dicom.result.content;

import org.jspecify.annotations.NullMarked;
