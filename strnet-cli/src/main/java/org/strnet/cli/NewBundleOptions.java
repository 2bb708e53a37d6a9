package org.strnet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.strnet.bundle.Bundle;
import org.strnet.bundle.BundleFile;
import org.strnet.bundle.BundleManifest;
import picocli.CommandLine.Option;

/** Where a new bundle goes. */
final class NewBundleOptions {

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The new bundle.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace an older bundle in DIR.")
  private boolean force;

  Path out() {
    return out;
  }

  boolean force() {
    return force;
  }

  /** Writes another bundle's networks under a new manifest and names both. */
  Bundle copy(Bundle old, BundleManifest manifest, PrintWriter text) throws IOException {
    return copy(old, Map.of(), manifest, text);
  }

  /** The same with networks beside, or in the place of, those that the other has. */
  Bundle copy(
      Bundle old, Map<BundleFile, byte[]> networks, BundleManifest manifest, PrintWriter text)
      throws IOException {
    Bundle fresh = BundleCopy.write(old, networks, manifest, out, force);
    text.printf("old %s %s%n", old.name(), old.sha256());
    text.printf("new %s %s%n", fresh.name(), fresh.sha256());
    return fresh;
  }
}
