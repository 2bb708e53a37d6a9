/**
 * What was found on a film, and how it is told: terminal table, JSON lines, CSV and a page to read
 * or print. A {@link org.strnet.report.FilmResult} per film enters; text leaves. Imports {@code
 * explanation} and what stands to its left. Whoever words a result takes the words from {@link
 * org.strnet.report.Wording}: "not flagged" is never called negative, and every output but the
 * machine-readable ones says that it is for research only.
 */
@NullMarked
package org.strnet.report;

import org.jspecify.annotations.NullMarked;
