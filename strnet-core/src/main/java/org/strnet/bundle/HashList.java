package org.strnet.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.strnet.provenance.BadInputException;
import org.strnet.provenance.Sha256;

/** {@code SHA256SUMS}, in the form that {@code sha256sum --check} reads. */
final class HashList {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9._-]+)");

  private HashList() {}

  /** One line per file, in the order of their names. */
  static byte[] of(Map<String, byte[]> files) {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, bytes) -> lines.append(Sha256.of(bytes)).append("  ").append(name).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Checks that the list names exactly the files that are there, each with its hash.
   *
   * @param source the bundle, for messages
   * @param sums the list
   * @param files the bundle's files without the list
   */
  static void verify(String source, byte[] sums, Map<String, byte[]> files) {
    Map<String, String> listed = parse(source, sums);
    for (String name : listed.keySet()) {
      if (!files.containsKey(name)) {
        throw refusal(source, name, "is listed in SHA256SUMS but missing");
      }
    }
    files.forEach(
        (name, bytes) -> {
          String expected = listed.get(name);
          if (expected == null) {
            throw refusal(source, name, "is not listed in SHA256SUMS");
          }
          String found = Sha256.of(bytes);
          if (!found.equals(expected)) {
            throw refusal(
                source, name, "must have the hash %s, found %s".formatted(expected, found));
          }
        });
  }

  private static Map<String, String> parse(String source, byte[] sums) {
    Map<String, String> listed = new TreeMap<>();
    String text = new String(sums, StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw refusal(source, BundleFile.SUMS, "must hold lines of hash and name, found " + line);
      }
      if (listed.put(matcher.group(2), matcher.group(1)) != null) {
        throw refusal(source, BundleFile.SUMS, "lists %s twice".formatted(matcher.group(2)));
      }
    }
    return listed;
  }

  private static BadInputException refusal(String source, String file, String rule) {
    return new BadInputException(source + "/" + file, rule);
  }
}
