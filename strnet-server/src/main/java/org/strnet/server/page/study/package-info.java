/** The page of one film: viewer, findings, and what a radiologist does with them. */
@NullMarked
package org.strnet.server.page.study;

import org.jspecify.annotations.NullMarked;
