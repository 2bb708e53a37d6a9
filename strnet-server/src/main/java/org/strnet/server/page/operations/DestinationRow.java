package org.strnet.server.page.operations;

/**
 * A destination on the page.
 *
 * @param name of it
 * @param waiting results
 * @param delivered results
 * @param refused results
 */
record DestinationRow(String name, long waiting, long delivered, long refused) {}
