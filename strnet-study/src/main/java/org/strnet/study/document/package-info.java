/**
 * What card and checklists are written on: one page of HTML that needs nothing else, and text made
 * safe for Markdown. Knows neither cards nor checklists.
 */
@NullMarked
package org.strnet.study.document;

import org.jspecify.annotations.NullMarked;
