package org.strnet.dicom.node.pull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.strnet.dicom.node.configuration.PeerProtocol;
import org.strnet.dicom.node.configuration.PullConfiguration;
import org.strnet.provenance.BadInputException;

/**
 * Films of an archive that are asked for study by study and fetched one by one, by QIDO-RS and
 * WADO-RS. A film is named by its URL (PS3.18, 10.4.1), which holds its UIDs. Safe for several
 * threads.
 */
public final class WebFilms {

  private static final Pattern FILM =
      Pattern.compile("/studies/([0-9.]+)/series/([0-9.]+)/instances/([0-9.]+)");

  private final PullConfiguration wanted;
  private final String base;
  private final WebArchive archive;

  /**
   * @param wanted what, and from where; its name and its rounds are not used
   * @throws BadInputException when the archive speaks no DICOMweb
   */
  public WebFilms(PullConfiguration wanted) {
    if (wanted.peer().protocol() != PeerProtocol.DICOMWEB) {
      throw new BadInputException(
          wanted.name(), "peer.protocol must be dicomweb, films are fetched by WADO-RS");
    }
    this.wanted = wanted;
    this.base = wanted.peer().url().replaceAll("/+$", "");
    this.archive = new WebArchive(wanted.peer(), object -> {});
  }

  /**
   * What to ask films of: studies of the query, or the UIDs of the list.
   *
   * @throws IOException if the archive does not answer
   */
  public List<String> studies() throws IOException {
    Wanted films = new Wanted(wanted);
    return films.isListed() ? films.uids() : archive.studies(films.selection());
  }

  /**
   * URLs of the films of one of {@link #studies()}.
   *
   * @throws IOException if the archive does not answer
   */
  public List<String> films(String study) throws IOException {
    List<String> urls = new ArrayList<>();
    for (FoundObject object : new Wanted(wanted).objects(archive, study)) {
      urls.add(
          "%s/studies/%s/series/%s/instances/%s"
              .formatted(base, object.study(), object.series(), object.sopInstance()));
    }
    return urls;
  }

  /** Whether a URL is one of this archive's films. */
  public boolean holds(String url) {
    return url.startsWith(base) && FILM.matcher(url.substring(base.length())).matches();
  }

  /**
   * Fetches a film.
   *
   * @param url one that it {@link #holds}
   * @param most bytes that are fetched; of a longer film the rest is left
   * @return the object's file, after PS3.10
   * @throws IOException if the archive does not give it
   */
  public byte[] film(String url, int most) throws IOException {
    Matcher film = FILM.matcher(url.substring(base.length()));
    if (!holds(url) || !film.matches()) {
      throw new IllegalArgumentException("not a film of this archive");
    }
    return archive.file(new FoundObject(film.group(1), film.group(2), film.group(3)), most);
  }
}
