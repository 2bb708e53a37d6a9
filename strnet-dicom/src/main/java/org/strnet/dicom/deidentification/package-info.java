/**
 * Takes the patient out of an object. A data set enters; one that keeps only what is named here,
 * with pseudonyms for its identifiers, leaves (PS3.15 Annex E). Whether writing in the pixels names
 * the patient is the gate's question: such a film must not reach this package.
 */
@NullMarked
package org.strnet.dicom.deidentification;

import org.jspecify.annotations.NullMarked;
