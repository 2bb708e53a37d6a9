/**
 * Figures within groups of films: subgroups of any column beside the rest, and the area under the
 * ROC curve within and adjusted for groups that may explain it (framing, age). A column of the
 * cohort enters, tables leave; cells of fewer than ten films are suppressed.
 */
@NullMarked
package org.strnet.evaluation.subgroup;

import org.jspecify.annotations.NullMarked;
