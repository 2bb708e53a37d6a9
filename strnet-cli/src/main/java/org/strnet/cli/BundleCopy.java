package org.strnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleContent;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import org.strnet.bundle.BundleWriter;

/** A bundle under another manifest: its networks stay as they are, byte for byte. */
final class BundleCopy {

  private BundleCopy() {}

  /**
   * Writes it, with a card of the new manifest.
   *
   * @param force whether an older bundle in the folder is replaced
   */
  static Bundle write(Bundle old, BundleManifest manifest, Path out, boolean force)
      throws IOException {
    return write(old, Map.of(), manifest, out, force);
  }

  /**
   * Writes it with other files beside, or in the place of, those it has.
   *
   * @param fresh networks by file
   */
  static Bundle write(
      Bundle old, Map<BundleFile, byte[]> fresh, BundleManifest manifest, Path out, boolean force)
      throws IOException {
    Map<BundleFile, byte[]> files = new EnumMap<>(BundleFile.class);
    for (BundleFile file : BundleFile.values()) {
      if (file != BundleFile.MANIFEST && file != BundleFile.MODEL_CARD) {
        old.file(file).ifPresent(bytes -> files.put(file, bytes));
      }
    }
    files.putAll(fresh);
    return BundleWriter.write(BundleContent.of(manifest, files), out, force);
  }
}
