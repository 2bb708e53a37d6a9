/**
 * Pictures of films for a report: a row of the cohort enters, a small picture leaves, or none where
 * the film cannot be shown.
 */
@NullMarked
package org.strnet.study.film;

import org.jspecify.annotations.NullMarked;
