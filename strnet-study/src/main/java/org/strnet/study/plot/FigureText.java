package org.strnet.study.plot;

/**
 * What a figure is called, for whoever cannot see it.
 *
 * @param id of the figure on its page, e.g. {@code figure-roc}
 * @param title short
 * @param description what it shows, in a sentence or two
 */
public record FigureText(String id, String title, String description) {}
