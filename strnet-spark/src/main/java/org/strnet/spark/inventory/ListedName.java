package org.strnet.spark.inventory;

import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;

/** The film that a line of a list names, relative to the list's folder where it is. */
final class ListedName implements MapFunction<String, String> {

  private static final long serialVersionUID = 1;

  private final String folder;

  ListedName(String folder) {
    this.folder = folder;
  }

  @Override
  public String call(String name) {
    boolean absolute = name.startsWith("/") || name.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
    return absolute ? name : new Path(folder, new Path(null, null, name)).toString();
  }
}
