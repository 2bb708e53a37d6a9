package org.strnet.dicom.node.pull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.strnet.dicom.node.configuration.PullConfiguration;
import org.strnet.provenance.BadInputException;

/**
 * What is fetched: the films of a query, or those of a list of Study and SOP Instance UIDs.
 *
 * @param configuration which of the two
 */
record Wanted(PullConfiguration configuration) {

  /** What is done with the objects of one study. */
  interface Visitor {
    void study(List<FoundObject> objects) throws IOException;
  }

  /**
   * Asks an archive, study by study.
   *
   * @throws BadInputException if the list cannot be read
   */
  void visit(Archive archive, Visitor visitor) throws IOException {
    for (String study : isListed() ? uids() : archive.studies(selection())) {
      visitor.study(objects(archive, study));
    }
  }

  /** Whether films are those of a list of UIDs. */
  boolean isListed() {
    return !configuration.uidFile().isEmpty();
  }

  /** What the query asks for. */
  Selection selection() {
    return Selection.of(
        configuration.modalities(), configuration.bodyPart(), configuration.studyDates());
  }

  /** The wanted objects of a study of the query, or those of a UID of the list. */
  List<FoundObject> objects(Archive archive, String uid) throws IOException {
    if (!isListed()) {
      return archive.objects(uid, selection());
    }
    List<FoundObject> objects = archive.objects(uid, Selection.ALL);
    return objects.isEmpty() ? archive.object(uid) : objects;
  }

  /** The UIDs of the list. */
  List<String> uids() {
    try (var lines = Files.lines(Path.of(configuration.uidFile()))) {
      return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new BadInputException(configuration.uidFile(), "the list of UIDs cannot be read", e);
    }
  }
}
