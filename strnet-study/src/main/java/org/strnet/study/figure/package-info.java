/**
 * The figures of a study, one class each: scores, labels and metrics enter, an {@code svg} element
 * leaves. Whatever enters, there is a figure: one that cannot be drawn says why and on how many
 * films. Numbers in a figure are the metrics' own.
 */
@NullMarked
package org.strnet.study.figure;

import org.jspecify.annotations.NullMarked;
