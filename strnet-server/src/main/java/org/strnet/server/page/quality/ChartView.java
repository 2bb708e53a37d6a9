package org.strnet.server.page.quality;

import java.util.List;

/**
 * A picture with what stands below it and the same as a table.
 *
 * @param title above it
 * @param svg the picture
 * @param caption what to know of it
 * @param head of the table
 * @param rows of the table, as many cells as the head
 */
record ChartView(
    String title, String svg, String caption, List<String> head, List<List<String>> rows) {}
