/**
 * REST under {@code /api/v1}, and STOW-RS under {@code /dicomweb}. Requests enter with an account;
 * films, results and problem details (RFC 9457) leave. What a caller did wrong is a 4xx that says
 * what, and names no patient.
 */
@NullMarked
package org.strnet.server.api;

import org.jspecify.annotations.NullMarked;
