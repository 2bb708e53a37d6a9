/**
 * The flow itself: a film's path and what is known of the patient enter, a {@link
 * org.strnet.report.FilmResult} leaves. {@link org.strnet.screening.Screener} reads as the clinical
 * sequence. Imports everything on the path; whoever runs networks hands them in.
 */
@NullMarked
package org.strnet.screening;

import org.jspecify.annotations.NullMarked;
