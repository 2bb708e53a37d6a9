package org.strnet.study.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An element of XHTML or SVG under construction. Written, it is well-formed XML that a browser
 * reads as HTML too: only elements that HTML leaves empty close themselves.
 */
public final class Element {

  private static final Set<String> EMPTY = Set.of("br", "col", "hr", "img", "meta");

  /** A line of its own after these, for whoever reads the source. */
  private static final Set<String> BLOCKS =
      Set.of("p", "h1", "h2", "h3", "tr", "table", "figure", "section", "svg", "li", "style", "g");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();

  /** Elements, and texts that are safe already. */
  private final List<Object> children = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  /** An element without attributes and children. */
  public static Element of(String name) {
    return new Element(name);
  }

  /** An element that holds a text. */
  public static Element of(String name, String text) {
    return new Element(name).text(text);
  }

  /** Sets an attribute. */
  public Element with(String attribute, String value) {
    attributes.put(attribute, SafeText.of(value).replace("\n", "&#10;"));
    return this;
  }

  /** Sets a length or a coordinate, with two decimals at most. */
  public Element with(String attribute, double value) {
    return with(attribute, Digits.coordinate(value));
  }

  /** An attribute as it was set. */
  public Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** Adds elements. */
  public Element add(Element... more) {
    children.addAll(List.of(more));
    return this;
  }

  /** Adds elements. */
  public Element add(List<Element> more) {
    children.addAll(more);
    return this;
  }

  /** Adds a text, made safe. */
  public Element text(String text) {
    children.add(SafeText.of(text));
    return this;
  }

  /** Adds text of a style sheet that is part of the program, as it is. */
  public Element style(String css) {
    if (css.contains("<") || css.contains("&")) {
      throw new IllegalArgumentException("a style sheet must hold no markup");
    }
    children.add(css);
    return this;
  }

  /** The element as markup. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (key, value) -> out.append(' ').append(key).append("=\"").append(value).append('"'));
    if (EMPTY.contains(name)) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Object child : children) {
      if (child instanceof Element element) {
        element.write(out);
      } else {
        out.append(child);
      }
    }
    out.append("</").append(name).append('>');
    if (BLOCKS.contains(name)) {
      out.append('\n');
    }
  }
}
