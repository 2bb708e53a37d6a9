/**
 * An audit for its readers: a report enters; text for a terminal, {@code audit.json} and {@code
 * audit.html} leave.
 */
@NullMarked
package org.strnet.audit.report;

import org.jspecify.annotations.NullMarked;
