/**
 * What an audit says: a finding with its severity, the rows it speaks of, why it matters and what
 * to do. Nothing here looks at a cohort.
 */
@NullMarked
package org.strnet.audit.finding;

import org.jspecify.annotations.NullMarked;
