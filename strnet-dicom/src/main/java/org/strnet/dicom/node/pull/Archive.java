package org.strnet.dicom.node.pull;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A place that films are fetched from. */
interface Archive {

  /**
   * Studies of a query.
   *
   * @return Study Instance UIDs
   * @throws IOException if the archive does not answer
   */
  List<String> studies(Selection selection) throws IOException;

  /**
   * Objects of a study, in the order of the archive.
   *
   * @return no entries where the archive knows no such study
   * @throws IOException if the archive does not answer
   */
  List<FoundObject> objects(String study, Selection selection) throws IOException;

  /**
   * Where an object is.
   *
   * @return no entries where the archive does not know it
   * @throws IOException if the archive does not answer
   */
  List<FoundObject> object(String sopInstance) throws IOException;

  /**
   * Whether the archive holds an object.
   *
   * @throws IOException if the archive does not answer
   */
  boolean holds(FoundObject object) throws IOException;

  /**
   * Fetches objects of one study.
   *
   * @param done told of each that is safely in the queue, or refused for good
   * @throws IOException if the archive does not answer, or the node takes nothing now
   */
  void fetch(List<FoundObject> objects, Consumer<FoundObject> done) throws IOException;
}
