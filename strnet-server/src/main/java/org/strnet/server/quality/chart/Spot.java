package org.strnet.server.quality.chart;

/**
 * A place in a picture.
 *
 * @param x from the left
 * @param y from above
 */
record Spot(double x, double y) {}
