package org.strnet.server.page.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.strnet.provenance.Sha256;

/**
 * The released bundle, which takes clinical variables and refuses drawn knees for not looking like
 * those of patients, without that refusal and as it was before its heat-maps were checked. What it
 * says of a phantom means nothing; it moves.
 */
public final class BundleForPhantoms {

  private static final Path RELEASED = Path.of("..", "models", "strnet-knee");

  private BundleForPhantoms() {}

  /** Writes it into a folder, which is made. */
  public static Path write(Path folder) throws IOException {
    return write(folder, manifest -> {});
  }

  /** The same with a three-zone reading: no flag below, flag above. */
  public static Path zoned(Path folder, double noFlagBelow, double flagAbove) throws IOException {
    return write(
        folder,
        manifest ->
            manifest
                .putObject("zones")
                .put("no_flag_below", noFlagBelow)
                .put("flag_above", flagAbove)
                .put("missed_level", 0.05)
                .put("falsely_flagged_level", 0.1)
                .put("positives", 50)
                .put("negatives", 60)
                .put("cohort_hash", "0".repeat(64))
                .put("chosen_on", "2026-11-23"));
  }

  private static Path write(Path folder, Consumer<ObjectNode> change) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> sums = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(RELEASED)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.equals("SHA256SUMS")) {
          byte[] bytes = content(name, Files.readAllBytes(file), change);
          Files.write(folder.resolve(name), bytes);
          sums.put(name, Sha256.of(bytes));
        }
      }
    }
    StringBuilder list = new StringBuilder();
    sums.forEach((name, hash) -> list.append(hash).append("  ").append(name).append('\n'));
    Files.writeString(folder.resolve("SHA256SUMS"), list);
    return folder;
  }

  private static byte[] content(String name, byte[] bytes, Consumer<ObjectNode> change)
      throws IOException {
    if (!name.equals("bundle.json")) {
      return bytes;
    }
    ObjectMapper json = new ObjectMapper();
    ObjectNode manifest = (ObjectNode) json.readTree(bytes);
    manifest.remove("in_distribution");
    // Its heat-maps failed their check and would not be shown.
    manifest.remove("explanation_check");
    change.accept(manifest);
    return json.writeValueAsBytes(manifest);
  }
}
