package org.strnet.server.page.quality;

/**
 * A figure that is seen first.
 *
 * @param name of it
 * @param value in large letters
 * @param detail interval and n
 */
record Tile(String name, String value, String detail) {}
