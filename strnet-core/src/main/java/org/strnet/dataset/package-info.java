/**
 * Cohorts: a CSV with one row per film enters; films with their labels, clinical variables, patient
 * groups and folds leave. Films of one patient never stand on two sides of a split. Imports {@code
 * provenance}, {@code knee}, {@code network} and {@code decision}; nothing on the way from film to
 * report imports it.
 */
@NullMarked
package org.strnet.dataset;

import org.jspecify.annotations.NullMarked;
