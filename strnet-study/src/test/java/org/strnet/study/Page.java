package org.strnet.study;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page read as XML, which is stricter than HTML. */
final class Page {

  private Page() {}

  static Document parsed(String xhtml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xhtml)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("must be well-formed", e);
    }
  }

  static List<Element> withAttribute(Node root, String attribute) {
    List<Element> found = new ArrayList<>();
    collect(root, attribute, found);
    return found;
  }

  static Element byId(Document page, String id) {
    return withAttribute(page, "id").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no element " + id));
  }

  static List<String> ids(Document page) {
    return withAttribute(page, "id").stream().map(e -> e.getAttribute("id")).toList();
  }

  private static void collect(Node node, String attribute, List<Element> found) {
    if (node instanceof Element element && element.hasAttribute(attribute)) {
      found.add(element);
    }
    NodeList children = node.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      collect(children.item(i), attribute, found);
    }
  }
}
