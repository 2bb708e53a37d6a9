package org.strnet.dicom.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.strnet.dicom.film.BodySide;
import org.strnet.dicom.film.FilmHeader;
import org.strnet.knee.KneeRegion;

/**
 * Which side of the body each knee of a film is on. The header decides for a single knee; else the
 * fibula does, which lies on the outer side: on the picture's left in a right knee, when the film
 * is shown as if the patient faced the reader. Of two knees the left one on the picture is the
 * right one where nothing else is known.
 */
final class KneeSides {

  private final Optional<BodySide> stated;
  private final List<String> notices = new ArrayList<>();

  KneeSides(FilmHeader header) {
    this.stated =
        header
            .code(Tag.ImageLaterality)
            .or(() -> header.code(Tag.Laterality))
            .flatMap(BodySide::of);
  }

  /** What was found to contradict the header while {@link #of} was asked. */
  List<String> notices() {
    return List.copyOf(notices);
  }

  /** The side of each knee, from left to right on the picture. */
  List<Optional<BodySide>> of(List<KneeRegion> knees) {
    if (knees.size() == 1) {
      return List.of(ofOne(knees.get(0)));
    }
    List<Optional<BodySide>> sides = new ArrayList<>();
    for (int i = 0; i < knees.size(); i++) {
      Optional<BodySide> byPlace =
          knees.size() == 2
              ? Optional.of(i == 0 ? BodySide.RIGHT : BodySide.LEFT)
              : Optional.empty();
      sides.add(byFibula(knees.get(i)).or(() -> byPlace));
    }
    return sides;
  }

  private Optional<BodySide> ofOne(KneeRegion knee) {
    Optional<BodySide> seen = byFibula(knee);
    Optional<BodySide> one = stated.filter(side -> side != BodySide.BOTH);
    if (one.isPresent() && seen.isPresent() && !one.equals(seen)) {
      notices.add(
          "The header says side %s, but the fibula lies as in the other knee: the film may be"
                  .formatted(one.get().code())
              + " mirrored or its side wrong.");
    }
    return one.or(() -> seen);
  }

  private static Optional<BodySide> byFibula(KneeRegion knee) {
    return switch (knee.fibulaSide()) {
      case LEFT -> Optional.of(BodySide.RIGHT);
      case RIGHT -> Optional.of(BodySide.LEFT);
      case UNKNOWN -> Optional.empty();
    };
  }
}
