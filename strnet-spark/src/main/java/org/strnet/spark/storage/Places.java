package org.strnet.spark.storage;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** Names of places as paths. */
public final class Places {

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private Places() {}

  /**
   * A path with its scheme.
   *
   * @param place a URI such as {@code hdfs://host/films} or {@code s3a://bucket/films}, else a file
   *     or folder of this machine, taken as it is written
   */
  public static Path path(String place) {
    return SCHEME.matcher(place).matches()
        ? new Path(place)
        : new Path(
            "file", null, java.nio.file.Path.of(place).toAbsolutePath().normalize().toString());
  }

  /** The file or folder of this machine that a path means; empty where it means one elsewhere. */
  public static Optional<java.nio.file.Path> local(Path path) {
    URI place = path.toUri();
    return "file".equals(place.getScheme())
        ? Optional.of(java.nio.file.Path.of(place.getPath()))
        : Optional.empty();
  }
}
