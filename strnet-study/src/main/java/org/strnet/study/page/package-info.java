/**
 * The page of a study: its results enter, XHTML leaves that a browser shows, prints and the PDF is
 * made of. One class for each section. Statistics come from the metrics and from {@code
 * org.strnet.evaluation}; only the cohort's own description (means, counts) is computed here.
 */
@NullMarked
package org.strnet.study.page;

import org.jspecify.annotations.NullMarked;
