/**
 * Whether the columns of a cohort can be believed: rows and the duplicates among their films enter;
 * films under two labels, columns that disagree, clinical values no patient has, and values whose
 * absence tells the label leave.
 */
@NullMarked
package org.strnet.audit.label;

import org.jspecify.annotations.NullMarked;
