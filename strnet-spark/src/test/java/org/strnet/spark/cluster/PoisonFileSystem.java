package org.strnet.spark.cluster;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The files of this machine, of which some end the process that opens them. */
public final class PoisonFileSystem extends RawLocalFileSystem {

  static final String SCHEME = "poison";

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public FSDataInputStream open(Path file, int buffer) throws IOException {
    if (file.getName().contains(SCHEME)) {
      Runtime.getRuntime().halt(137);
    }
    return super.open(file, buffer);
  }
}
