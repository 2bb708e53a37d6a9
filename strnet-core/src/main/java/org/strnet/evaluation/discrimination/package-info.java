/**
 * How well a score separates two labels: scores and labels enter, ROC and precision-recall curves,
 * areas and their intervals leave.
 */
@NullMarked
package org.strnet.evaluation.discrimination;

import org.jspecify.annotations.NullMarked;
