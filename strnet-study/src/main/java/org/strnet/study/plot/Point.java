package org.strnet.study.plot;

/**
 * A point, in a plot's numbers or in units of the drawing.
 *
 * @param x to the right
 * @param y up in a plot, down in a drawing
 */
public record Point(double x, double y) {}
