/**
 * Where data, networks and results come from: hashes, run records, and what is said when an input
 * is not what it should be. Depends on nothing else in the project.
 */
@NullMarked
package org.strnet.provenance;

import org.jspecify.annotations.NullMarked;
