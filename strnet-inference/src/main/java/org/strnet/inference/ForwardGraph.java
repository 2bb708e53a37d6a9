package org.strnet.inference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An ONNX file without what a single output alone needs. ONNX Runtime runs every operator of a
 * session, also those behind outputs that nobody asks for. Field numbers are those of onnx.proto.
 */
final class ForwardGraph {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_OUTPUT = 12;
  private static final int VALUE_NAME = 1;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_ATTRIBUTE = 5;
  private static final Set<Integer> ATTRIBUTE_GRAPHS = Set.of(6, 11);

  private ForwardGraph() {}

  /**
   * Leaves an output out.
   *
   * @param output its name
   * @param onnx the file; nodes in the order they run in, as ONNX demands
   * @return the file without it; as it was where it is no such file, or has operators with graphs
   *     of their own
   */
  static byte[] without(String output, byte[] onnx) {
    try {
      ByteArrayOutputStream model = new ByteArrayOutputStream(onnx.length);
      for (WireField field : WireField.of(onnx)) {
        if (field.number() == MODEL_GRAPH) {
          field.withContent(graph(output, WireField.of(field.content()))).writeTo(model);
        } else {
          field.writeTo(model);
        }
      }
      return model.toByteArray();
    } catch (IllegalArgumentException e) {
      return onnx;
    }
  }

  private static byte[] graph(String output, List<WireField> fields) {
    Set<String> needed = new HashSet<>();
    for (WireField field : fields) {
      if (field.number() == GRAPH_OUTPUT && !name(field).equals(output)) {
        needed.add(name(field));
      }
    }
    List<WireField> kept = new ArrayList<>();
    for (int i = fields.size() - 1; i >= 0; i--) {
      WireField field = fields.get(i);
      if (keeps(field, output, needed)) {
        kept.add(field);
      }
    }
    Collections.reverse(kept);
    ByteArrayOutputStream graph = new ByteArrayOutputStream();
    kept.forEach(field -> field.writeTo(graph));
    return graph.toByteArray();
  }

  /** Whether a field stays; a node that stays adds its inputs to what is needed. */
  private static boolean keeps(WireField field, String output, Set<String> needed) {
    if (field.number() == GRAPH_OUTPUT) {
      return !name(field).equals(output);
    }
    if (field.number() != GRAPH_NODE) {
      return true;
    }
    List<WireField> node = WireField.of(field.content());
    node.forEach(ForwardGraph::requirePlain);
    boolean used = texts(node, NODE_OUTPUT).stream().anyMatch(needed::contains);
    if (used) {
      needed.addAll(texts(node, NODE_INPUT));
    }
    return used;
  }

  private static void requirePlain(WireField field) {
    if (field.number() == NODE_ATTRIBUTE
        && WireField.of(field.content()).stream()
            .anyMatch(part -> ATTRIBUTE_GRAPHS.contains(part.number()))) {
      throw new IllegalArgumentException("an operator has a graph of its own");
    }
  }

  private static String name(WireField value) {
    return texts(WireField.of(value.content()), VALUE_NAME).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("an output has no name"));
  }

  private static List<String> texts(List<WireField> fields, int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(field -> new String(field.content(), StandardCharsets.UTF_8))
        .toList();
  }
}
