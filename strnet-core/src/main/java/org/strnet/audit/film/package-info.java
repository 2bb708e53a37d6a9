/**
 * What an audit keeps of a film: a file enters; hashes, traces of how it was taken and stored, and
 * a small grey picture leave. Each file is read and decoded once.
 */
@NullMarked
package org.strnet.audit.film;

import org.jspecify.annotations.NullMarked;
