/**
 * Whether the label can be told without looking at bone: traces of films, films without their
 * knees, columns that name a source, and clinical variables enter; cross-validated areas under the
 * ROC curve leave, with what they mean in words.
 */
@NullMarked
package org.strnet.audit.shortcut;

import org.jspecify.annotations.NullMarked;
