package org.strnet.dicom.screening;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.report.FilmResult;

/**
 * What came of one DICOM film.
 *
 * @param header what the object says of itself
 * @param result assessed, not assessable or failed; its image is the SOP Instance UID
 * @param sides of each scored knee in the order of the result's knees, empty where it is not known;
 *     no entries for a film that was not assessed
 */
public record ScreenedFilm(FilmHeader header, FilmResult result, List<Optional<BodySide>> sides) {

  /** Copies the lists and checks that every scored knee has an entry. */
  public ScreenedFilm {
    Objects.requireNonNull(header);
    Objects.requireNonNull(result);
    sides = List.copyOf(sides);
    int knees = result.fold(film -> film.knees().size(), film -> 0, film -> 0);
    if (sides.size() != knees) {
      throw new IllegalArgumentException(
          "each of %d scored knees has an entry for its side, found %d"
              .formatted(knees, sides.size()));
    }
  }

  /** Sentences that a reader of the result must see; never patient data. */
  public List<String> notices() {
    return result.fold(FilmResult.Assessed::notices, film -> List.of(), film -> List.of());
  }
}
