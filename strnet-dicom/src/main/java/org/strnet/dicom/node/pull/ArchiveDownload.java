package org.strnet.dicom.node.pull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.strnet.dicom.node.configuration.PeerProtocol;
import org.strnet.dicom.node.configuration.PullConfiguration;
import org.strnet.provenance.BadInputException;

/** Films of an archive as files in a folder, fetched once by QIDO-RS and WADO-RS. */
public final class ArchiveDownload {

  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  private ArchiveDownload(Path folder) {
    this.folder = folder;
  }

  /**
   * Fetches what a query or a list of UIDs selects.
   *
   * @param wanted what, and from where; its name and its rounds are not used
   * @param folder that the files are written to as {@code NNNNNN.dcm}; they hold patients' names
   * @param fetched told after each object
   * @return the files in the archive's order
   * @throws BadInputException where the archive speaks no DICOMweb: by C-MOVE it sends to the node,
   *     not here
   * @throws IOException if the archive does not answer
   */
  public static List<Path> toFolder(PullConfiguration wanted, Path folder, Runnable fetched)
      throws IOException {
    if (wanted.peer().protocol() != PeerProtocol.DICOMWEB) {
      throw new BadInputException(
          wanted.name(),
          "peer.protocol must be dicomweb: films are fetched by QIDO-RS and WADO-RS");
    }
    ArchiveDownload download = new ArchiveDownload(folder);
    WebArchive archive = new WebArchive(wanted.peer(), download::take);
    Set<String> known = new HashSet<>();
    new Wanted(wanted)
        .visit(
            archive,
            objects ->
                archive.fetch(
                    objects.stream().filter(object -> known.add(object.sopInstance())).toList(),
                    object -> fetched.run()));
    return List.copyOf(download.files);
  }

  private void take(InputStream object) throws IOException {
    Path file = folder.resolve("%06d.dcm".formatted(files.size()));
    Files.copy(object, file);
    files.add(file);
  }
}
