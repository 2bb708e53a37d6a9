package org.strnet.spark.inventory;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.storage.WebPlaces;

/** Asks an archive for the films of a study; a study that it does not tell is itself an entry. */
final class WebListing implements FlatMapFunction<WebStudy, Row> {

  private static final long serialVersionUID = 1;

  private final WebPlaces places;
  private final FilmIdentities identities;

  WebListing(WebPlaces places, FilmIdentities identities) {
    this.places = places;
    this.identities = identities;
  }

  @Override
  public Iterator<Row> call(WebStudy study) {
    try {
      return places.archives().get(study.archive()).films(study.uid()).stream()
          .map(film -> ArchivedFile.remote(film, identities).row())
          .iterator();
    } catch (IOException e) {
      return List.of(ArchivedFile.closed("study " + study.uid(), identities).row()).iterator();
    }
  }
}
