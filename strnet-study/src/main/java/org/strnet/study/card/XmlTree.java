package org.strnet.study.card;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements indented, and nothing that XML 1.0 does not allow. */
final class XmlTree {

  /** What stands inside an element. */
  interface Children {
    void write(XmlTree tree) throws XMLStreamException;
  }

  private final XMLStreamWriter xml;
  private int depth;

  XmlTree(XMLStreamWriter xml) {
    this.xml = xml;
  }

  void root(String namespace, String name, Children children) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeDefaultNamespace(namespace);
    close(children);
  }

  void parent(String name, Children children) throws XMLStreamException {
    line();
    xml.writeStartElement(name);
    close(children);
  }

  void leaf(String name, String text) throws XMLStreamException {
    line();
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(text));
    xml.writeEndElement();
  }

  private void close(Children children) throws XMLStreamException {
    depth++;
    children.write(this);
    depth--;
    line();
    xml.writeEndElement();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** Characters outside of XML 1.0, section 2.2, become the replacement character. */
  private static String allowed(String text) {
    return text.codePoints()
        .map(c -> isAllowed(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
