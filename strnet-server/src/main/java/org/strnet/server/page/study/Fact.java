package org.strnet.server.page.study;

/**
 * Something known, in words.
 *
 * @param label what
 * @param value how much, or who
 */
record Fact(String label, String value) {}
