package org.strnet.spark.inventory;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.strnet.spark.identity.FilmIdentities;

/** Lists one folder on an executor. */
final class FolderListing implements FlatMapFunction<WalkedFolder, Row> {

  private static final long serialVersionUID = 1;

  private final SerializableConfiguration storage;
  private final FilmIdentities identities;

  FolderListing(SerializableConfiguration storage, FilmIdentities identities) {
    this.storage = storage;
    this.identities = identities;
  }

  @Override
  public Iterator<Row> call(WalkedFolder folder) {
    FolderWalk films = new FolderWalk(folder, storage.value(), identities);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return films.hasNext();
      }

      @Override
      public Row next() {
        return films.next().row();
      }
    };
  }
}
