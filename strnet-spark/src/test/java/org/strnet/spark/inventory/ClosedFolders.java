package org.strnet.spark.inventory;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/** Files of this machine; folders of the name {@code closed} let nobody look into them. */
public final class ClosedFolders extends RawLocalFileSystem {

  private static final String NAME = "closed";

  @Override
  public String getScheme() {
    return NAME;
  }

  @Override
  public URI getUri() {
    return URI.create(NAME + ":///");
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    if (folder.getName().equals(NAME)) {
      throw new AccessControlException("closed");
    }
    return super.listStatus(folder);
  }
}
