package org.strnet.spark.run;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.strnet.spark.film.ArchiveScreening;
import org.strnet.spark.film.EngineParts;
import org.strnet.spark.film.ExecutorEngine;
import org.strnet.spark.identity.FilmIdentities;

/**
 * What a task needs to screen.
 *
 * @param engine sent to each executor once
 * @param identities names of films and patients
 * @param storage how files are opened
 */
record ScreeningParts(
    Broadcast<EngineParts> engine, FilmIdentities identities, SerializableConfiguration storage)
    implements Serializable {

  ArchiveScreening screening() {
    return new ArchiveScreening(ExecutorEngine.of(engine), identities, storage.value());
  }
}
