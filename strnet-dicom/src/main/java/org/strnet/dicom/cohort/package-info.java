/**
 * From a hospital's films and its densitometry to a cohort file that a research group can train on.
 * DICOM objects and a table of T-scores enter; PNG films under pseudonyms and {@code cohort.csv}
 * leave, with a reason for every object that was left out. No identifier of a patient is written.
 */
@NullMarked
package org.strnet.dicom.cohort;

import org.jspecify.annotations.NullMarked;
