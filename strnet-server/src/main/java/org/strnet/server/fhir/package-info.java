/**
 * FHIR R4: results as resources to read and to push, reference densitometry to take. A screen is
 * not a diagnosis: no Condition is ever made, and "not flagged" is never called negative.
 */
@NullMarked
package org.strnet.server.fhir;

import org.jspecify.annotations.NullMarked;
