/**
 * Whether learning and testing are kept apart: films, their duplicates and their sides enter; one
 * patient or one film on two sides leaves. What {@code train} and {@code crossval} ask before they
 * begin.
 */
@NullMarked
package org.strnet.audit.split;

import org.jspecify.annotations.NullMarked;
