/**
 * The structured report: Comprehensive SR after TID 1500 and 1501 (PS3.16). What is said is built
 * as a tree of {@link org.strnet.dicom.result.sr.ContentItem}s and then written, so that a report
 * read back can be compared with what went in, value for value. "Not flagged" has a code of its
 * own: no code of the standard that a reader could take for "negative" is ever used.
 */
@NullMarked
package org.strnet.dicom.result.sr;

import org.jspecify.annotations.NullMarked;
