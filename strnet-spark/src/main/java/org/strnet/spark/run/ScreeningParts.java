package org.strnet.spark.run;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.strnet.spark.film.ArchiveScreening;
import org.strnet.spark.film.EngineParts;
import org.strnet.spark.film.ExecutorEngine;
import org.strnet.spark.identity.FilmIdentities;
import org.strnet.spark.storage.WebPlaces;

/**
 * What a task needs to screen.
 *
 * @param engine sent to each executor once
 * @param identities names of films and patients
 * @param web archives whose films are fetched
 * @param storage how files are opened
 */
record ScreeningParts(
    Broadcast<EngineParts> engine,
    FilmIdentities identities,
    WebPlaces web,
    SerializableConfiguration storage)
    implements Serializable {

  ArchiveScreening screening() {
    return new ArchiveScreening(ExecutorEngine.of(engine), identities, web, storage.value());
  }
}
